using System.Collections.Immutable;

namespace Twin.Model.Maps;

/// <summary>A polygon on the grid.</summary>
/// <param name="Rings">
/// The outer ring and then its holes; of each the positions, three or more, without the first again at the end.
/// </param>
public sealed record GridPolygon(ImmutableArray<ImmutableArray<GridPoint>> Rings);
