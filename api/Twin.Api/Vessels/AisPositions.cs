using System.Text;
using Twin.Geo.Ais;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Reads AIS sentences of one feed, line by line. For one thread.</summary>
/// <param name="feed">The feed.</param>
/// <param name="time">The clock.</param>
/// <param name="sender">The receiver of sentences that name none.</param>
internal sealed class AisPositions(string feed, TimeProvider time, string? sender = null)
{
    private const int MaxReceiverLength = 40;

    private readonly AisReader _reader = new(time);

    // The names of receivers come again and again.
    private readonly Dictionary<int, string> _receivers = [];

    /// <summary>
    /// The report of a line, or why the line is refused; neither for what carries no position: parts, other messages,
    /// positions not available.
    /// </summary>
    public PositionReport? Read(ReadOnlySpan<byte> line, out Refusal? refusal)
    {
        var outcome = _reader.Read(line, out var frame);
        refusal = AisRefusals.Of(outcome);
        if (outcome is not AisLineOutcome.Message || !AisPositionReader.TryRead(frame, out var report)
            || report.Position is not { } position || frame.Mmsi is not { } mmsi)
        {
            return null;
        }

        var receivedAt = frame.Reception.ReceivedAt ?? time.GetUtcNow();
        return new PositionReport
        {
            Vessel = VesselId.Of(mmsi),
            PhenomenonTime = AisClock.At(receivedAt, report.UtcSecond),
            Position = position,
            Feed = feed,
            Receiver = Receiver(frame.Reception.Receiver),
            SpeedOverGroundKnots = report.SpeedOverGroundKnots,
            CourseOverGroundDegrees = report.CourseOverGroundDegrees,
            TrueHeadingDegrees = report.TrueHeadingDegrees,
            Status = report.Status,
        };
    }

    private string? Receiver(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.Length > MaxReceiverLength || name.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            return sender;
        }

        var hash = new HashCode();
        hash.AddBytes(name);
        var key = hash.ToHashCode();
        if (_receivers.TryGetValue(key, out var known) && Ascii.Equals(name, known))
        {
            return known;
        }

        var text = Encoding.ASCII.GetString(name);
        if (_receivers.Count < 1_000)
        {
            _receivers[key] = text;
        }

        return text;
    }
}
