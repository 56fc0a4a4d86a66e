using System.Collections.Immutable;

namespace Twin.Model.Maps;

/// <summary>The shapes of the units of one tree, as somebody imported them. Immutable.</summary>
/// <param name="ValidFrom">The first day of that tree.</param>
/// <param name="Source">Where they come from, such as the name of the file.</param>
/// <param name="Shapes">The shapes, by code; a unit without one is not on the map.</param>
public sealed record CityMap(DateOnly ValidFrom, string Source, ImmutableArray<UnitShape> Shapes);
