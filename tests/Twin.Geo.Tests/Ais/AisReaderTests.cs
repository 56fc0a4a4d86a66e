using System.Text;
using Twin.Geo.Ais;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Ais;

public sealed class AisReaderTests
{
    private const string CoastGuard = ",d-109,S2105,t050056.00,T56.13,r003669946,1325394060,1325394001";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Start);
    private readonly AisReader _reader;

    public AisReaderTests() => _reader = new AisReader(_time);

    public static TheoryData<string, string, AisLineOutcome> Lines()
    {
        var good = Sentences.ClassA();
        return new TheoryData<string, string, AisLineOutcome>
        {
            { "a sentence", good, AisLineOutcome.Message },
            { "with the end of its line", good + "\r\n", AisLineOutcome.Message },
            { "another talker", Sentences.Close("BS" + good[3..good.IndexOf('*', 0)]), AisLineOutcome.Message },
            { "lower case checksum", good[..^2] + good[^2..].ToLowerInvariant(), AisLineOutcome.Message },
            { "empty", "", AisLineOutcome.Ignored },
            { "blank", " \t\r\n", AisLineOutcome.Ignored },
            { "comment", "# 12 March", AisLineOutcome.Ignored },
            { "another sentence", "$GPZDA,201530.00,04,07,2002,00,00*60", AisLineOutcome.Ignored },
            { "the start alone", "!AIVDM", AisLineOutcome.Ignored },
            { "no fields", "!AIVDM,", AisLineOutcome.Ignored },
            { "cut after the header", "!AIVDM,1,1,,A", AisLineOutcome.Malformed },
            { "cut in the payload", good[..20], AisLineOutcome.Malformed },
            { "cut in the checksum", good[..^1], AisLineOutcome.Malformed },
            { "no parts", Sentences.Close("AIVDM,0,1,,A,14eG;,0"), AisLineOutcome.Malformed },
            { "part beyond the count", Sentences.Close("AIVDM,1,2,,A,14eG;,0"), AisLineOutcome.Malformed },
            { "sequence is no digit", Sentences.Close("AIVDM,1,1,x,A,14eG;,0"), AisLineOutcome.Malformed },
            { "channel of two letters", Sentences.Close("AIVDM,1,1,,AB,14eG;,0"), AisLineOutcome.Malformed },
            { "six fill bits", Sentences.Close("AIVDM,1,1,,A,14eG;,6"), AisLineOutcome.Malformed },
            { "more fill bits than bits", Sentences.Close("AIVDM,1,1,,A,,5"), AisLineOutcome.Malformed },
            { "payload of 129", OfLength(129), AisLineOutcome.Malformed },
            { "payload of 128", OfLength(128), AisLineOutcome.Message },
            { "wrong checksum", good[..^2] + "00", AisLineOutcome.WrongChecksum },
            { "checksum no number", good[..^2] + "G0", AisLineOutcome.WrongChecksum },
            { "outside the alphabet", Sentences.Close("AIVDM,1,1,,A,1XXXXXXXXX,0"), AisLineOutcome.BadPayload },
            { "no payload", Sentences.Close("AIVDM,1,1,,A,,0"), AisLineOutcome.TooShort },
            { "a report cut short", Sentences.Close("AIVDM,1,1,,A,14eG;,0"), AisLineOutcome.TooShort },
            { "type 0", Sentences.Write(new string('0', 168)), AisLineOutcome.UnknownType },
            { "type 28", Sentences.Write("011100" + new string('0', 162)), AisLineOutcome.UnknownType },
            { "line of 1,025", good + new string('x', 1_025 - good.Length), AisLineOutcome.Malformed },
            { "tag block", Sentences.TagBlock("s:rVT1,c:1700000000") + good, AisLineOutcome.Message },
            { "two tag blocks", Sentences.TagBlock("s:r1") + Sentences.TagBlock("c:9") + good, AisLineOutcome.Message },
            { "tag block with a wrong checksum", @"\s:rVT1*00\" + good, AisLineOutcome.WrongChecksum },
            { "tag block that does not end", @"\s:rVT1*00", AisLineOutcome.Malformed },
            { "empty tag block", @"\\" + good, AisLineOutcome.Malformed },
            { "tag block before nothing", Sentences.TagBlock("s:rVT1"), AisLineOutcome.Ignored },
        };
    }

    public static TheoryData<string, string, string, long?> Receptions()
    {
        var good = Sentences.ClassA();
        return new TheoryData<string, string, string, long?>
        {
            { "nothing said", good, "", null },
            { "tag block", Sentences.TagBlock("s:rVT1,c:1700000000") + good, "rVT1", 1_700_000_000_000 },
            { "milliseconds", Sentences.TagBlock("c:1700000000123,s:rVT1") + good, "rVT1", 1_700_000_000_123 },
            { "unknown fields", Sentences.TagBlock("n:12,x,s:rVT1,t:hi") + good, "rVT1", null },
            { "time that is none", Sentences.TagBlock("c:17e8,s:rVT1") + good, "rVT1", null },
            { "coast guard", good + CoastGuard, "r003669946", 1_325_394_060_000 },
            { "coast guard without station", good + ",1325394060", "", 1_325_394_060_000 },
            { "both", Sentences.TagBlock("s:rVT1,c:1700000000") + good + CoastGuard, "rVT1", 1_700_000_000_000 },
            { "something else", good + ",,,", "", null },
        };
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_has_the_outcome_that_it_should(string name, string line, AisLineOutcome expected)
    {
        var outcome = _reader.Read(Encoding.Latin1.GetBytes(line), out _);

        Assert.True(outcome == expected, $"{name}: {outcome}");
    }

    [Theory]
    [MemberData(nameof(Receptions))]
    public void Station_and_time_are_read_from_tag_blocks_and_suffixes(
        string name, string line, string receiver, long? milliseconds)
    {
        var outcome = _reader.Read(Encoding.ASCII.GetBytes(line), out var frame);

        Assert.True(outcome is AisLineOutcome.Message, name);
        Assert.Equal(receiver, Encoding.ASCII.GetString(frame.Reception.Receiver));
        Assert.Equal(milliseconds, frame.Reception.ReceivedAt?.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("AIVDM,1,1,,A", AisChannel.A)]
    [InlineData("AIVDM,1,1,,2", AisChannel.B)]
    [InlineData("AIVDM,1,1,,D", AisChannel.D)]
    [InlineData("AIVDM,1,1,,", null)]
    [InlineData("AIVDM,1,1,,Z", null)]
    public void The_channel_is_what_the_sentence_names(string start, AisChannel? expected)
    {
        var bits = Sentences.Bits((14, 6), (0, 2), (574_000_001, 30), (0, 2), (1, 6));

        _reader.Read(Encoding.ASCII.GetBytes(Sentences.Write(bits, start)), out var frame);

        Assert.Equal(expected, frame.Reception.Channel);
    }

    [Fact]
    public void A_position_report_comes_in_degrees_and_knots()
    {
        _reader.Read(Encoding.ASCII.GetBytes(Sentences.ClassA()), out var frame);

        Assert.True(AisPositionReader.TryRead(frame, out var report));

        Assert.Equal("574000001", frame.Mmsi.ToString());
        Assert.Equal(107.05, report.Position!.Value.LongitudeDegrees, 1e-6);
        Assert.Equal(20.70, report.Position.Value.LatitudeDegrees, 1e-6);
        Assert.Equal(8.3, report.SpeedOverGroundKnots!.Value, 1e-9);
        Assert.Equal(123.4, report.CourseOverGroundDegrees!.Value, 1e-9);
        Assert.Equal((124, 17), (report.TrueHeadingDegrees, report.UtcSecond));
        Assert.Equal(Model.Vessels.NavigationalStatus.EngagedInFishing, report.Status);
    }

    [Fact]
    public void What_a_vessel_does_not_know_is_null()
    {
        var line = Sentences.ClassA(
            longitude: 181 * 600_000, latitude: 91 * 600_000, speed: 1_023, course: 3_600, heading: 511);

        _reader.Read(Encoding.ASCII.GetBytes(line), out var frame);
        AisPositionReader.TryRead(frame, out var report);

        Assert.Null(report.Position);
        Assert.Null(report.SpeedOverGroundKnots);
        Assert.Null(report.CourseOverGroundDegrees);
        Assert.Null(report.TrueHeadingDegrees);
        Assert.Null(report.RateOfTurnDegreesPerMinute);
    }

    [Fact]
    public void The_edges_of_the_world_are_in_it()
    {
        var line = Sentences.ClassA(longitude: -180 * 600_000, latitude: 90 * 600_000, speed: 0, course: 0, heading: 0);

        _reader.Read(Encoding.ASCII.GetBytes(line), out var frame);
        AisPositionReader.TryRead(frame, out var report);

        Assert.Equal((-180.0, 90.0), (report.Position!.Value.LongitudeDegrees, report.Position.Value.LatitudeDegrees));
        Assert.Equal(0.0, report.SpeedOverGroundKnots);
        Assert.Equal(0.0, report.CourseOverGroundDegrees);
        Assert.Equal(0, report.TrueHeadingDegrees);
    }

    [Fact]
    public void Reading_reports_allocates_nothing()
    {
        var line = Encoding.ASCII.GetBytes(Sentences.TagBlock("s:rVT1,c:1700000000") + Sentences.ClassA());
        var parts = Sentences.Split(LongText(900), 60, 3).Select(s => Encoding.ASCII.GetBytes(s)).ToArray();
        Count(line, parts, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var messages = Count(line, parts, 10_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(20_000, messages);
        Assert.Equal(0, allocated);
    }

    internal static string LongText(int bits) =>
        Sentences.Bits((14, 6), (0, 2), (574_000_001, 30), (0, 2)) + new string('1', bits - 40);

    private static string OfLength(int characters) =>
        Sentences.Close($"AIVDM,1,1,,A,{new string('1', characters)},0");

    private int Count(byte[] line, byte[][] parts, int times)
    {
        var messages = 0;
        for (var i = 0; i < times; i++)
        {
            if (_reader.Read(line, out var frame) is AisLineOutcome.Message
                && AisPositionReader.TryRead(frame, out _))
            {
                messages++;
            }

            foreach (var part in parts)
            {
                messages += _reader.Read(part, out _) is AisLineOutcome.Message ? 1 : 0;
            }
        }

        return messages;
    }
}
