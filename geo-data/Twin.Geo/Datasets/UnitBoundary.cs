using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>The shape of a unit.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Level">Its tier.</param>
/// <param name="Wkb">A polygon or multipolygon as well-known binary (OGC 06-103r4), CRS84.</param>
public sealed record UnitBoundary(AdministrativeUnitCode Code, AdministrativeLevel Level, ImmutableArray<byte> Wkb);
