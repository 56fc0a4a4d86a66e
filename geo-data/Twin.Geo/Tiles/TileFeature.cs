using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Tiles;

/// <summary>A feature that tiles are made of.</summary>
/// <param name="Id">Its number; <c>null</c> where it has none.</param>
/// <param name="Shape">Points, lines or polygons in CRS84; what mixes them is left out.</param>
/// <param name="Attributes">What it carries; names that a feature has no value for are left out.</param>
public sealed record TileFeature(
    ulong? Id, Geometry? Shape, ImmutableArray<KeyValuePair<string, TileValue>> Attributes);
