using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>How boundaries are to be imported.</summary>
/// <param name="Date">A day on which the units stand; <c>null</c> for today.</param>
/// <param name="Level">The level of all features; <c>null</c> for any.</param>
/// <param name="ToleranceMeters">How wide a strip between neighbors may be to be filled.</param>
/// <param name="IsDryRun">Whether only to say what would change.</param>
/// <param name="WantsMap">Whether the map is wanted, and not the report on it.</param>
internal sealed record BoundaryWish(
    DateOnly? Date, AdministrativeLevel? Level, double ToleranceMeters, bool IsDryRun, bool WantsMap);
