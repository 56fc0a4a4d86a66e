namespace Twin.Geo.Ais;

/// <summary>A moment of which any part may be missing: of a base station's clock, of an arrival.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second">0 to 59.</param>
public readonly record struct AisMoment(int? Year, int? Month, int? Day, int? Hour, int? Minute, int? Second)
{
    /// <summary>The instant, where all parts are there and the day is in the calendar.</summary>
    public DateTimeOffset? Instant =>
        (Year, Month, Day, Hour, Minute, Second) is
            ({ } year, { } month, { } day, { } hour, { } minute, { } second)
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero)
            : null;

    internal static AisMoment BaseStation(AisBits bits) => new(
        AisScale.Within(bits.Field(38, 14), 1, 9999),
        AisScale.Within(bits.Field(52, 4), 1, 12),
        AisScale.Within(bits.Field(56, 5), 1, 31),
        AisScale.Within(bits.Field(61, 5), 0, 23),
        AisScale.Within(bits.Field(66, 6), 0, 59),
        AisScale.Within(bits.Field(72, 6), 0, 59));

    // Month, day, hour and minute in 20 bits, as of an arrival; without the month in 16, as of a weather report.
    internal static AisMoment OfDay(AisBits bits, int start, bool hasMonth) => new(
        null,
        hasMonth ? AisScale.Within(bits.Field(start - 4, 4), 1, 12) : null,
        AisScale.Within(bits.Field(start, 5), 1, 31),
        AisScale.Within(bits.Field(start + 5, 5), 0, 23),
        AisScale.Within(bits.Field(start + 10, 6), 0, 59),
        null);
}
