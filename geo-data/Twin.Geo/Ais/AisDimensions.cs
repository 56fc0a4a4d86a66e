namespace Twin.Geo.Ais;

/// <summary>
/// How far the ends and sides of a vessel are from its antenna (M.1371-5 figure 41). All zero means not available,
/// which readers turn into <c>null</c> of the whole.
/// </summary>
/// <param name="ToBowMeters">0 to 511; 511 means that or more.</param>
/// <param name="ToSternMeters">0 to 511; 511 means that or more.</param>
/// <param name="ToPortMeters">0 to 63; 63 means that or more.</param>
/// <param name="ToStarboardMeters">0 to 63; 63 means that or more.</param>
public readonly record struct AisDimensions(
    int ToBowMeters, int ToSternMeters, int ToPortMeters, int ToStarboardMeters)
{
    /// <summary>The length.</summary>
    public int LengthMeters => ToBowMeters + ToSternMeters;

    /// <summary>The beam.</summary>
    public int BeamMeters => ToPortMeters + ToStarboardMeters;

    internal static AisDimensions? Read(AisBits bits, int start)
    {
        var dimensions = new AisDimensions(
            (int)bits.Field(start, 9),
            (int)bits.Field(start + 9, 9),
            (int)bits.Field(start + 18, 6),
            (int)bits.Field(start + 24, 6));
        return dimensions == default ? null : dimensions;
    }
}
