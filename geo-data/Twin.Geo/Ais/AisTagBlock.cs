using System.Buffers.Text;

namespace Twin.Geo.Ais;

/// <summary>
/// A tag block of NMEA 0183 §7 (IEC 61162-450): <c>\s:station,c:1700000000,g:1-2-77*hh\</c> before a sentence. Source,
/// time and group are read; other fields are stepped over.
/// </summary>
internal readonly ref struct AisTagBlock
{
    // Milliseconds have been seen in the field; seconds reach this number in the year 5138.
    private const long FirstMilliseconds = 100_000_000_000;

    private AisTagBlock(ReadOnlySpan<byte> source, DateTimeOffset? time, int group)
    {
        Source = source;
        Time = time;
        Group = group;
    }

    /// <summary>The station; empty where none is given.</summary>
    public ReadOnlySpan<byte> Source { get; }

    /// <summary>The time; <c>null</c> where none is given.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>The number that the sentences of one group share; 0 where none is given.</summary>
    public int Group { get; }

    /// <summary>
    /// Takes the tag blocks off the front of a line. A later block adds to an earlier one.
    /// </summary>
    public static AisLineOutcome Take(scoped ref ReadOnlySpan<byte> line, out AisTagBlock block)
    {
        block = default;
        while (!line.IsEmpty && line[0] == (byte)'\\')
        {
            var end = line[1..].IndexOf((byte)'\\');
            if (end < 4)
            {
                return AisLineOutcome.Malformed;
            }

            var text = line.Slice(1, end);
            var star = text.Length - 3;
            if (text[star] != (byte)'*' || AisArmor.Hex(text[^2], text[^1]) != AisArmor.Checksum(text[..star]))
            {
                return AisLineOutcome.WrongChecksum;
            }

            block = block.With(text[..star]);
            line = line[(end + 2)..];
        }

        return AisLineOutcome.Ignored;
    }

    /// <summary>The instant of a number of seconds or milliseconds since 1970; or <c>null</c>.</summary>
    public static DateTimeOffset? Instant(ReadOnlySpan<byte> digits)
    {
        if (!Utf8Parser.TryParse(digits, out long number, out var used) || used < digits.Length || number <= 0)
        {
            return null;
        }

        if (number < FirstMilliseconds)
        {
            return DateTimeOffset.FromUnixTimeSeconds(number);
        }

        return number / 1000 < FirstMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(number) : null;
    }

    private AisTagBlock With(ReadOnlySpan<byte> fields)
    {
        var source = Source;
        var time = Time;
        var group = Group;
        while (!fields.IsEmpty)
        {
            var comma = fields.IndexOf((byte)',');
            var field = comma < 0 ? fields : fields[..comma];
            fields = comma < 0 ? default : fields[(comma + 1)..];
            if (field.Length < 3 || field[1] != (byte)':')
            {
                continue;
            }

            switch (field[0])
            {
                case (byte)'s':
                    source = field[2..];
                    break;
                case (byte)'c':
                    time = Instant(field[2..]);
                    break;
                case (byte)'g':
                    group = GroupOf(field[2..]);
                    break;
            }
        }

        return new AisTagBlock(source, time, group);
    }

    // 1-2-77: the first of two sentences of group 77.
    private static int GroupOf(ReadOnlySpan<byte> text)
    {
        var last = text.LastIndexOf((byte)'-');
        return last > 0 && Utf8Parser.TryParse(text[(last + 1)..], out int number, out _) ? number : 0;
    }
}
