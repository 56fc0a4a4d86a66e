namespace Twin.Geo.Tiles;

/// <summary>The smallest box around points of a tile matrix.</summary>
/// <param name="MinX">The western side.</param>
/// <param name="MinY">The northern side.</param>
/// <param name="MaxX">The eastern side.</param>
/// <param name="MaxY">The southern side.</param>
internal readonly record struct TileBox(int MinX, int MinY, int MaxX, int MaxY)
{
    public static TileBox Of(IEnumerable<TilePoint[]> rings)
    {
        var (minX, minY, maxX, maxY) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var point in rings.SelectMany(ring => ring))
        {
            (minX, minY) = (Math.Min(minX, point.X), Math.Min(minY, point.Y));
            (maxX, maxY) = (Math.Max(maxX, point.X), Math.Max(maxY, point.Y));
        }

        return new TileBox(minX, minY, maxX, maxY);
    }
}
