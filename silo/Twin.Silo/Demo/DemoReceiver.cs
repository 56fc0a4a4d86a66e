using System.Text;
using Twin.Geo.Ais;
using Twin.Model.Demo;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Silo.Demo;

/// <summary>
/// A receiver on the shore that hears the merchant ships of the demonstration: what they say goes through the sentences
/// of AIS and back, as that of real ships. For one thread.
/// </summary>
internal sealed class DemoReceiver(int ships, GeoPosition port, int seed, TimeProvider time)
{
    // So much of the past is told to a new twin: positions, and a little of a track.
    private static readonly TimeSpan Past = DemoMerchant.Every * 10;

    private readonly IReadOnlyList<DemoMerchant> _ships = DemoMerchant.Create(ships, port, seed);
    private readonly AisReader _reader = new(time);
    private DateTimeOffset _heardUntil = time.GetUtcNow() - Past;

    /// <summary>What was heard since the last time.</summary>
    public PositionReport[] Hear()
    {
        var now = time.GetUtcNow();
        var heard = _ships
            .SelectMany(ship => ship.Between(_heardUntil, now).Select(report => Heard(ship.Mmsi, report)))
            .OfType<PositionReport>().ToArray();
        _heardUntil = now;
        return heard;
    }

    private PositionReport? Heard(Mmsi mmsi, PositionReport report)
    {
        var sentence = Encoding.ASCII.GetBytes(AisPositionWriter.Write(mmsi, report));
        if (_reader.Read(sentence, out var frame) is not AisLineOutcome.Message
            || !AisPositionReader.TryRead(frame, out var read) || read.Position is not { } position)
        {
            return null;
        }

        return report with
        {
            PhenomenonTime = AisClock.At(report.PhenomenonTime, read.UtcSecond),
            Position = position,
            SpeedOverGroundKnots = read.SpeedOverGroundKnots,
            CourseOverGroundDegrees = read.CourseOverGroundDegrees,
            TrueHeadingDegrees = read.TrueHeadingDegrees,
            Status = read.Status,
        };
    }
}
