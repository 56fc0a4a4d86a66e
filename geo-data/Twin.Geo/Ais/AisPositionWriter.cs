using System.Globalization;
using Twin.Model.Vessels;

namespace Twin.Geo.Ais;

/// <summary>
/// Writes position reports of class A (message 1 of ITU-R M.1371-5, table 48) as sentences of IEC 61162-1: for the
/// demonstration, and to load a feed. Pure; safe for any number of threads.
/// </summary>
public static class AisPositionWriter
{
    private const int Bits = 168;
    private const int MessageType = 1;
    private const double UnitsPerDegree = 600_000;
    private const uint NoSpeed = 1_023;
    private const uint NoCourse = 3_600;
    private const uint NoHeading = 511;
    private const uint NoStatus = 15;
    private const uint NoTurn = 0x80;
    private const uint NoSecond = 60;

    /// <summary>The sentence of a report, without an end of line.</summary>
    /// <param name="mmsi">The sender.</param>
    /// <param name="report">The report; its vessel, feed and receiver are not in the sentence.</param>
    public static string Write(Mmsi mmsi, PositionReport report)
    {
        Span<char> payload = stackalloc char[Bits / 6];
        WriteBits(mmsi, report, payload);
        var body = $"AIVDM,1,1,,A,{payload},0";
        var sum = body.Aggregate(0, (before, c) => before ^ c);
        return string.Create(CultureInfo.InvariantCulture, $"!{body}*{sum:X2}");
    }

    private static void WriteBits(Mmsi mmsi, PositionReport report, Span<char> payload)
    {
        Span<byte> bits = stackalloc byte[Bits];
        var at = 0;
        Put(bits, ref at, MessageType, 6);
        Put(bits, ref at, 0, 2);
        Put(bits, ref at, mmsi.Value, 30);
        Put(bits, ref at, report.Status is { } status ? (uint)status : NoStatus, 4);
        Put(bits, ref at, NoTurn, 8);
        Put(bits, ref at, Tenths(report.SpeedOverGroundKnots, NoSpeed), 10);
        Put(bits, ref at, 1, 1);
        Put(bits, ref at, Signed(report.Position.LongitudeDegrees), 28);
        Put(bits, ref at, Signed(report.Position.LatitudeDegrees), 27);
        Put(bits, ref at, Tenths(report.CourseOverGroundDegrees, NoCourse), 12);
        Put(bits, ref at, report.TrueHeadingDegrees is { } heading ? (uint)heading : NoHeading, 9);
        Put(bits, ref at, report.PhenomenonTime.Millisecond == 0 ? (uint)report.PhenomenonTime.Second : NoSecond, 6);
        for (var i = 0; i < payload.Length; i++)
        {
            var value = 0;
            for (var j = 0; j < 6; j++)
            {
                value = (value << 1) | bits[(i * 6) + j]; // What follows the second stays zero.
            }

            payload[i] = (char)(value < 40 ? value + '0' : value - 40 + '`');
        }
    }

    private static uint Tenths(double? value, uint none) =>
        value is { } known ? Math.Min((uint)Math.Round(known * 10), none - 1) : none;

    private static uint Signed(double degrees) => unchecked((uint)(int)Math.Round(degrees * UnitsPerDegree));

    private static void Put(Span<byte> bits, ref int at, uint value, int width)
    {
        for (var i = width - 1; i >= 0; i--)
        {
            bits[at++] = (byte)((value >> i) & 1);
        }
    }
}
