using System.Globalization;
using System.Text;
using Twin.Geo.Ais;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Xunit;

namespace Twin.Geo.Tests.Ais;

public sealed class AisPositionWriterTests
{
    private const double HalfUnitDegrees = 0.5000001 / 600_000;

    [Fact]
    public void A_report_that_is_written_is_read_as_it_was()
    {
        var random = new Random(20_260_301);
        var reader = new AisReader(TimeProvider.System);
        for (var i = 0; i < 10_000; i++)
        {
            var report = Report(random);
            Assert.True(Mmsi.TryCreate((uint)random.Next(1, 1_000_000_000), out var mmsi));

            var outcome = reader.Read(Encoding.ASCII.GetBytes(AisPositionWriter.Write(mmsi, report)), out var frame);

            Assert.Equal(AisLineOutcome.Message, outcome);
            Assert.Equal(mmsi, frame.Mmsi);
            Assert.True(AisPositionReader.TryRead(frame, out var read));
            // A unit of the message is 1/600,000 of a degree; half of one may be lost.
            Assert.Equal(report.Position.LongitudeDegrees, read.Position!.Value.LongitudeDegrees, HalfUnitDegrees);
            Assert.Equal(report.Position.LatitudeDegrees, read.Position.Value.LatitudeDegrees, HalfUnitDegrees);
            Assert.Equal(Tenths(report.SpeedOverGroundKnots), Tenths(read.SpeedOverGroundKnots));
            Assert.Equal(Tenths(report.CourseOverGroundDegrees), Tenths(read.CourseOverGroundDegrees));
            Assert.Equal(report.TrueHeadingDegrees, read.TrueHeadingDegrees);
            Assert.Equal(report.Status, read.Status);
            Assert.Equal(report.PhenomenonTime.Second, read.UtcSecond);
        }
    }

    [Fact]
    public void A_sentence_of_a_real_receiver_is_written_again_as_it_came()
    {
        // gpsd's example of message 1, but for the rate of turn, which is not written.
        var report = new PositionReport
        {
            Vessel = VesselId.Parse("440348000", CultureInfo.InvariantCulture),
            PhenomenonTime = new DateTimeOffset(2026, 3, 1, 0, 0, 13, TimeSpan.Zero),
            Position = new GeoPosition(-70.7582, 43.08015),
            Feed = "ais",
            SpeedOverGroundKnots = 0,
            CourseOverGroundDegrees = 93.4,
            Status = NavigationalStatus.UnderWayUsingEngine,
        };

        var sentence = AisPositionWriter.Write(Mmsi.Parse("440348000", CultureInfo.InvariantCulture), report);

        Assert.StartsWith("!AIVDM,1,1,,A,16SteH0P00", sentence, StringComparison.Ordinal);
        Assert.Matches(@"^!AIVDM,1,1,,A,[0-9A-W`a-w]{28},0\*[0-9A-F]{2}$", sentence);
    }

    private static long? Tenths(double? value) => value is { } known ? (long)Math.Round(known * 10) : null;

    private static PositionReport Report(Random random) => new()
    {
        Vessel = VesselId.Parse("440348000", CultureInfo.InvariantCulture),
        PhenomenonTime = new DateTimeOffset(2026, 3, 1, 0, 0, random.Next(60), TimeSpan.Zero),
        Position = new GeoPosition((random.NextDouble() * 360) - 180, (random.NextDouble() * 180) - 90),
        Feed = "ais",
        SpeedOverGroundKnots = random.Next(4) == 0 ? null : random.Next(1_000) / 10.0,
        CourseOverGroundDegrees = random.Next(4) == 0 ? null : random.Next(3_600) / 10.0,
        TrueHeadingDegrees = random.Next(4) == 0 ? null : random.Next(360),
        Status = random.Next(4) == 0 ? null : (NavigationalStatus)random.Next(15),
    };
}
