using NetTopologySuite.Geometries;
using Twin.Api.Space;
using Twin.Geo.Tiles;

namespace Twin.Api.Ogc;

/// <summary>What somebody wants to see of a collection as tiles. Safe for any number of threads.</summary>
/// <param name="Bounds">The box around it; null where it is empty.</param>
/// <param name="GetAsync">Gives a tile; <c>null</c> where nothing is in it.</param>
internal sealed record TileView(Envelope Bounds, Func<Tile, ValueTask<TileDocument?>> GetAsync);
