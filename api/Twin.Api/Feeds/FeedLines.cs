using System.Text.Unicode;
using Twin.Api.Observations;
using Twin.Api.Vessels;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Feeds;

/// <summary>
/// Reads the lines of one sender: sentences of AIS, or JSON objects as <c>POST /v1/positions</c> takes them. For one
/// thread.
/// </summary>
/// <param name="feed">The feed.</param>
/// <param name="sender">Who sends: the receiver of sentences that name none.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedLines(string feed, string sender, TimeProvider time)
{
    private readonly AisPositions _sentences = new(feed, time, sender);
    private readonly PositionJsonReader _json = new(feed);

    /// <summary>Reads the lines that a reader holds whole, until there are so many.</summary>
    /// <returns>How many lines there were.</returns>
    public int Read(LineReader lines, List<FeedItem> items, int most)
    {
        var count = 0;
        while (items.Count < most && lines.TryRead(out var line, out var isTooLong))
        {
            count++;
            if (isTooLong || !line.IsEmpty)
            {
                items.Add(Read(line, isTooLong));
            }
        }

        return count;
    }

    private FeedItem Read(ReadOnlySpan<byte> line, bool isTooLong)
    {
        if (isTooLong)
        {
            return new FeedItem(null, LineRefusals.TooLong);
        }

        Refusal? refusal;
        PositionReport? report;
        if (line.TrimStart(" \t"u8) is [(byte)'{', ..])
        {
            refusal = Utf8.IsValid(line) ? null : LineRefusals.InvalidEncoding;
            report = refusal is null ? _json.Read(line, out refusal) : null;
        }
        else
        {
            report = _sentences.Read(line, out refusal);
        }

        return new FeedItem(report, refusal);
    }
}
