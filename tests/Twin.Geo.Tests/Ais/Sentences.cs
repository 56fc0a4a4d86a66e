using System.Globalization;
using System.Text;

namespace Twin.Geo.Tests.Ais;

/// <summary>Writes sentences, so that tests can say bits and get lines.</summary>
internal static class Sentences
{
    /// <summary>A report of vessel 574 000 001 on its way past Cát Bà.</summary>
    public static string ClassA(
        uint userId = 574_000_001,
        int longitude = (int)(107.05 * 600_000),
        int latitude = (int)(20.70 * 600_000),
        int speed = 83,
        int course = 1_234,
        int heading = 124) =>
        Write(Bits((1, 6), (0, 2), (userId, 30), (7, 4), (-128, 8), (speed, 10), (1, 1), (longitude, 28),
            (latitude, 27), (course, 12), (heading, 9), (17, 6), (0, 2), (0, 3), (0, 1), (0, 19)));

    /// <summary>Fields of a width each, in two's complement, as text of zeros and ones.</summary>
    public static string Bits(params (long Value, int Width)[] fields)
    {
        var text = new StringBuilder();
        foreach (var (value, width) in fields)
        {
            for (var i = width - 1; i >= 0; i--)
            {
                text.Append((value >> i) & 1);
            }
        }

        return text.ToString();
    }

    /// <summary>One sentence around bits.</summary>
    public static string Write(string bits, string start = "AIVDM,1,1,,A")
    {
        var (payload, fill) = Armor(bits);
        return Close(FormattableString.Invariant($"{start},{payload},{fill}"));
    }

    /// <summary>The sentences of a message, each with so many characters of payload.</summary>
    public static string[] Split(string bits, int characters, int sequence, string channel = "A")
    {
        var (payload, fill) = Armor(bits);
        var parts = payload.Chunk(characters).Select(c => new string(c)).ToArray();
        return
        [
            .. parts.Select((part, i) => Close(FormattableString.Invariant(
                $"AIVDM,{parts.Length},{i + 1},{sequence},{channel},{part},{(i == parts.Length - 1 ? fill : 0)}"))),
        ];
    }

    /// <summary>A sentence with its checksum.</summary>
    public static string Close(string body) => $"!{body}*{Checksum(body)}";

    /// <summary>A tag block with its checksum.</summary>
    public static string TagBlock(string body) => $@"\{body}*{Checksum(body)}\";

    private static (string Payload, int Fill) Armor(string bits)
    {
        var fill = (6 - (bits.Length % 6)) % 6;
        var padded = bits + new string('0', fill);
        var payload = new StringBuilder();
        for (var i = 0; i < padded.Length; i += 6)
        {
            var six = Convert.ToInt32(padded.Substring(i, 6), 2);
            payload.Append((char)(six < 40 ? six + 48 : six + 56));
        }

        return (payload.ToString(), fill);
    }

    private static string Checksum(string body) =>
        body.Aggregate(0, (sum, c) => sum ^ c).ToString("X2", CultureInfo.InvariantCulture);
}
