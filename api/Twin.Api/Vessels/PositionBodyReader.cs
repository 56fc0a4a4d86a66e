using System.Globalization;
using System.IO.Compression;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Reads a body of positions to its end, line by line. Nothing is sent on from here.</summary>
internal sealed class PositionBodyReader(IOptions<TwinApiOptions> options, TimeProvider time)
{
    private static readonly Refusal NoRoom = new(
        ProblemCodes.TooMany,
        "Unfinished reports hold as many rows as fit in memory.",
        "Send this one again in a moment, or in parts.");

    private delegate PositionReport? ReadLine(ReadOnlySpan<byte> line, out Refusal? refusal);

    private readonly TwinApiOptions _options = options.Value;

    /// <summary>Reads positions, or says why they cannot be read at all.</summary>
    public async Task<(PositionContent? Content, Refusal? Refusal)> ReadAsync(
        Stream body,
        PositionHeaders headers,
        string feed,
        IngestGate.Pass pass,
        CancellationToken cancellationToken)
    {
        var content = new PositionContent([], new Rejections(_options.MaxRejectedListed), 0);
        try
        {
            await using var text = Open(body, headers.IsGzip);
            using var lines = new LineReader(text, _options.MaxLineBytes, hash: null);
            var csv = new PositionCsvReader(feed);
            ReadLine read = headers.Format switch
            {
                PositionFormat.NdJson => new PositionJsonReader(feed).Read,
                PositionFormat.Csv => csv.Read,
                _ => new AisPositions(feed, time).Read,
            };
            while (await lines.FillAsync(cancellationToken))
            {
                var (ignored, refusal) = ReadLines(
                    lines, content, read, headers.Format == PositionFormat.Csv ? csv : null);
                content = content with { Ignored = content.Ignored + ignored };
                refusal ??= pass.TryHold(content.Reports.Count) ? TooMany(content.Reports.Count) : NoRoom;
                if (refusal is not null)
                {
                    return (null, refusal);
                }
            }
        }
        catch (InvalidDataException)
        {
            return (null, new Refusal(
                ProblemCodes.TruncatedBody,
                "The gzip body is damaged or ends before its end; nothing of it was taken.",
                "Compress it again and send it whole."));
        }

        return content.Reports.Count + content.Rejections.Total + content.Ignored == 0
            ? (null, new Refusal(ProblemCodes.EmptyBody, "The body holds no lines.", "Send at least one position."))
            : (content, null);
    }

    private static (int Ignored, Refusal? Refusal) ReadLines(
        LineReader lines, PositionContent content, ReadLine read, PositionCsvReader? csv)
    {
        var ignored = 0;
        while (lines.TryRead(out var line, out var isTooLong))
        {
            if (csv is { HasHeader: false })
            {
                if (csv.ReadHeader(line) is { } unreadable)
                {
                    return (ignored, unreadable);
                }

                continue;
            }

            var refusal = isTooLong ? LineRefusals.TooLong : null;
            refusal ??= Utf8.IsValid(line) ? null : LineRefusals.InvalidEncoding;
            var report = refusal is null ? read(line, out refusal) : null;
            if (refusal is not null)
            {
                content.Rejections.Add(lines.LineNumber, refusal);
            }
            else if (report is not null)
            {
                content.Reports.Add(report);
            }
            else if (!line.IsEmpty)
            {
                ignored++;
            }
        }

        return (ignored, null);
    }

    private Stream Open(Stream body, bool isGzip)
    {
        Stream stream = new LimitedStream(body, _options.MaxBodyBytes);
        return isGzip
            ? new LimitedStream(new GZipStream(stream, CompressionMode.Decompress), _options.MaxInflatedBytes)
            : stream;
    }

    private Refusal? TooMany(int reports) => reports <= _options.MaxObservations
        ? null
        : new Refusal(
            ProblemCodes.TooLarge,
            string.Create(
                CultureInfo.InvariantCulture, $"The body holds more than {_options.MaxObservations} positions."),
            "Send it in parts.");
}
