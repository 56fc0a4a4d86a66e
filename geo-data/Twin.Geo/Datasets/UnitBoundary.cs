using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>The shape of a unit.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Level">Its tier.</param>
/// <param name="Wkb">A polygon or multipolygon as well-known binary (OGC 06-103r4), CRS84.</param>
public sealed record UnitBoundary(AdministrativeUnitCode Code, AdministrativeLevel Level, ImmutableArray<byte> Wkb)
{
    /// <summary>Whether this shape is drawn from centroid and area, on a map that else is not.</summary>
    public bool IsSchematic { get; init; }
}
