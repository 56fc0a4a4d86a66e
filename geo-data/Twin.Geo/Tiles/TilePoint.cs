namespace Twin.Geo.Tiles;

/// <summary>A point of a tile matrix, in units of its tiles, from the north-western corner of the world.</summary>
/// <param name="X">Units east.</param>
/// <param name="Y">Units south.</param>
internal readonly record struct TilePoint(int X, int Y);
