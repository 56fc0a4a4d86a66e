namespace Twin.Geo.Tiles;

/// <summary>What a tile shows of its matrix: its own square and a little around.</summary>
/// <param name="Origin">The north-western corner of its square.</param>
internal readonly record struct TileWindow(TilePoint Origin)
{
    public int MinX => Origin.X - PolygonTileset.Buffer;

    public int MinY => Origin.Y - PolygonTileset.Buffer;

    public int MaxX => Origin.X + PolygonTileset.Extent + PolygonTileset.Buffer;

    public int MaxY => Origin.Y + PolygonTileset.Extent + PolygonTileset.Buffer;

    public static TileWindow Of(Tile tile) => new(
        new TilePoint(tile.Column * PolygonTileset.Extent, tile.Row * PolygonTileset.Extent));

    public bool Meets(TileBox box) =>
        box.MinX <= MaxX && box.MaxX >= MinX && box.MinY <= MaxY && box.MaxY >= MinY;

    public bool Holds(TileBox box) =>
        box.MinX >= MinX && box.MaxX <= MaxX && box.MinY >= MinY && box.MaxY <= MaxY;
}
