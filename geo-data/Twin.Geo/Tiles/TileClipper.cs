namespace Twin.Geo.Tiles;

/// <summary>
/// Cuts rings to a window (Sutherland and Hodgman, Communications of the ACM 17 (1), 1974). Parts of a ring that fall
/// apart stay joined along the window's sides, outside the tile's own square, where nobody sees it. For one thread.
/// </summary>
internal sealed class TileClipper
{
    private TilePoint[] _from = [];
    private TilePoint[] _to = [];

    /// <summary>What of the ring is in the window, cleaned, or nothing. Valid until the next call.</summary>
    public ReadOnlySpan<TilePoint> Clip(ReadOnlySpan<TilePoint> ring, TileWindow window)
    {
        // Every side can at most double the points of a ring that runs to and fro across it.
        var room = (ring.Length * 2) + 16;
        if (_from.Length < room)
        {
            _from = new TilePoint[room];
            _to = new TilePoint[room];
        }

        ring.CopyTo(_from);
        var count = ring.Length;
        count = Cut(count, window.MinX, isVertical: true, isBelow: false);
        count = Cut(count, window.MaxX, isVertical: true, isBelow: true);
        count = Cut(count, window.MinY, isVertical: false, isBelow: false);
        count = Cut(count, window.MaxY, isVertical: false, isBelow: true);
        count = TileRings.Clean(_from.AsSpan(0, count));
        return count < 3 ? [] : _from.AsSpan(0, count);
    }

    /// <summary>Keeps what lies on the inner side of one line, and leaves it in <see cref="_from"/>.</summary>
    private int Cut(int count, int line, bool isVertical, bool isBelow)
    {
        if (_to.Length < (count * 2) + 2)
        {
            Array.Resize(ref _to, (count * 2) + 2);
        }

        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var point = _from[i];
            var before = _from[i == 0 ? count - 1 : i - 1];
            var (isIn, wasIn) = (IsInside(point), IsInside(before));
            if (isIn != wasIn)
            {
                _to[kept++] = Crossing(before, point, line, isVertical);
            }

            if (isIn)
            {
                _to[kept++] = point;
            }
        }

        (_from, _to) = (_to, _from);
        return kept;

        bool IsInside(TilePoint point)
        {
            var place = isVertical ? point.X : point.Y;
            return isBelow ? place <= line : place >= line;
        }
    }

    private static TilePoint Crossing(TilePoint from, TilePoint to, int line, bool isVertical)
    {
        // From the same end for both neighbors of a shared side, so that both are cut at the same point.
        if (from.X > to.X || (from.X == to.X && from.Y > to.Y))
        {
            (from, to) = (to, from);
        }

        return isVertical
            ? new TilePoint(line, from.Y + Share(line - from.X, to.X - from.X, to.Y - from.Y))
            : new TilePoint(from.X + Share(line - from.Y, to.Y - from.Y, to.X - from.X), line);
    }

    private static int Share(int part, int whole, int length) =>
        (int)Math.Round((double)part / whole * length, MidpointRounding.AwayFromZero);
}
