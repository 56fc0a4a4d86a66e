using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Maps;

/// <summary>The shape of a unit on a map of the city.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsSchematic">Whether it is drawn and not surveyed.</param>
/// <param name="Polygons">The polygons; valid and apart from one another, as whoever made the map saw to.</param>
public sealed record UnitShape(AdministrativeUnitCode Unit, bool IsSchematic, ImmutableArray<GridPolygon> Polygons);
