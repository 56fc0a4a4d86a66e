namespace Twin.Model.Vessels;

/// <summary>A zone of the sea. Where it lies is the business of <see cref="IZoneMap"/>.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameVi">Its name in Vietnamese.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="To">The last day; <c>null</c> for no end.</param>
/// <param name="Season">The part of each year in which it holds; <c>null</c> for all of it.</param>
/// <param name="Province">The province whose waters they are; <c>null</c> where that matters to nobody.</param>
/// <param name="Source">Who drew it, and from what.</param>
public sealed record FishingZone(
    string Code,
    ZoneKind Kind,
    string NameVi,
    string NameEn,
    DateOnly From,
    DateOnly? To,
    Season? Season,
    string? Province,
    string Source)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) =>
        From <= day && (To is not { } to || day <= to) && (Season is not { } season || season.Covers(day));
}
