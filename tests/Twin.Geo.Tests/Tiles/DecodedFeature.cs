using NetTopologySuite.Geometries;

namespace Twin.Geo.Tests.Tiles;

/// <summary>A feature of a <see cref="DecodedTile"/>, in units of the tile, y downwards.</summary>
internal sealed record DecodedFeature(ulong? Id, IReadOnlyDictionary<string, object> Attributes, Geometry Shape);
