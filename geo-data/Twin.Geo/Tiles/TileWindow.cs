namespace Twin.Geo.Tiles;

/// <summary>What a tile shows of its matrix: its own square and a little around.</summary>
/// <param name="Origin">The north-western corner of its square.</param>
internal readonly record struct TileWindow(TilePoint Origin)
{
    public int MinX => Origin.X - VectorTileset.Buffer;

    public int MinY => Origin.Y - VectorTileset.Buffer;

    public int MaxX => Origin.X + VectorTileset.Extent + VectorTileset.Buffer;

    public int MaxY => Origin.Y + VectorTileset.Extent + VectorTileset.Buffer;

    public static TileWindow Of(Tile tile) => new(
        new TilePoint(tile.Column * VectorTileset.Extent, tile.Row * VectorTileset.Extent));

    public bool Meets(TileBox box) =>
        box.MinX <= MaxX && box.MaxX >= MinX && box.MinY <= MaxY && box.MaxY >= MinY;

    public bool Holds(TilePoint point) =>
        point.X >= MinX && point.X <= MaxX && point.Y >= MinY && point.Y <= MaxY;

    public bool Holds(TileBox box) =>
        box.MinX >= MinX && box.MaxX <= MaxX && box.MinY >= MinY && box.MaxY <= MaxY;
}
