namespace Twin.Geo.Ais;

/// <summary>
/// The fewest bits that a message of each type can have and still say what it must (ITU-R M.1371-5 annex 8). A few
/// transponders leave the spare bits at the end away, so spare bits are not asked for.
/// </summary>
internal static class AisMessageLengths
{
    /// <summary>The last type of message.</summary>
    public const int LastType = 27;

    /// <summary>The fewest bits of messages of a type from 1 to 27.</summary>
    public static int MinBits(int type) => Bits[type];

    private static ReadOnlySpan<short> Bits =>
    [
        0, 168, 168, 168, 168, 422, 88, 70, 56, 168, 70, 168, 72, 70, 40, 88, 92, 80, 168, 308, 70, 271, 145, 154,
        160, 40, 60, 95,
    ];
}
