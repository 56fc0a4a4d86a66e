namespace Twin.Geo.Ais;

/// <summary>
/// What coast guards write after a sentence, as in <c>,d-109,S2105,t050056.00,T56.13,r003669946,1325394060</c>: the
/// station after <c>r</c> or <c>b</c>, and the seconds since 1970 that follow it.
/// </summary>
internal readonly ref struct AisSuffix
{
    private AisSuffix(ReadOnlySpan<byte> receiver, DateTimeOffset? time)
    {
        Receiver = receiver;
        Time = time;
    }

    /// <summary>The station; empty where none is given.</summary>
    public ReadOnlySpan<byte> Receiver { get; }

    /// <summary>The time; <c>null</c> where none is given.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>Reads the suffix; what is not understood is stepped over.</summary>
    public static AisSuffix Read(ReadOnlySpan<byte> suffix)
    {
        if (suffix.IsEmpty || suffix[0] != ',')
        {
            return default;
        }

        ReadOnlySpan<byte> receiver = default;
        while (!suffix.IsEmpty)
        {
            suffix = suffix[1..];
            var comma = suffix.IndexOf((byte)',');
            var field = comma < 0 ? suffix : suffix[..comma];
            suffix = comma < 0 ? default : suffix[comma..];
            if (field.IsEmpty)
            {
                continue;
            }

            if (char.IsAsciiDigit((char)field[0]) && AisTagBlock.Instant(field) is { } time)
            {
                return new AisSuffix(receiver, time);
            }

            if (field[0] is (byte)'r' or (byte)'b')
            {
                receiver = field;
            }
        }

        return new AisSuffix(receiver, null);
    }
}
