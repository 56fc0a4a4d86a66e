using System.Collections.Immutable;

namespace Twin.Geo.Datasets;

/// <summary>The shapes of all units that stand from one day to another.</summary>
/// <param name="File">The file that they were read from, relative to the dataset's folder.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; <c>null</c> while they stand.</param>
/// <param name="IsSchematic">Whether they are drawn from centroids and areas; say so wherever they are shown.</param>
/// <param name="Units">The shapes, by level and then code.</param>
public sealed record BoundarySet(
    string File, DateOnly ValidFrom, DateOnly? ValidTo, bool IsSchematic, ImmutableArray<UnitBoundary> Units)
{
    /// <summary>Whether these shapes stand on that day.</summary>
    public bool IsValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is not { } last || date <= last);
}
