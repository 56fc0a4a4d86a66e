using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Geo.Datasets;

/// <summary>One landmass of the coarse outline that schematic boundaries are clipped to.</summary>
/// <param name="Id">The name of the landmass, unique in the outline.</param>
/// <param name="Vertices">
/// The ring, counter-clockwise, its first vertex not repeated. Two landmasses that touch share their vertices exactly.
/// </param>
public sealed record OutlineRing(string Id, ImmutableArray<GeoPosition> Vertices);
