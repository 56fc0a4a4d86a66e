namespace Twin.Geo.Tiles;

/// <summary>
/// Cuts rings to a window (Sutherland and Hodgman, Communications of the ACM 17 (1), 1974), and lines (Liang and
/// Barsky, ACM Transactions on Graphics 3 (1), 1984). Parts of a ring that fall apart stay joined along the window's
/// sides, outside the tile's own square, where nobody sees it; those of a line come apart. For one thread.
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

    /// <summary>What of the line is in the window, part by part.</summary>
    public static List<TilePoint[]> ClipLine(ReadOnlySpan<TilePoint> line, TileWindow window)
    {
        var parts = new List<TilePoint[]>();
        var part = new List<TilePoint>();
        for (var i = 1; i < line.Length; i++)
        {
            if (!TryClip(line[i - 1], line[i], window, out var from, out var to))
            {
                End();
                continue;
            }

            if (part.Count == 0 || part[^1] != from)
            {
                End();
                part.Add(from);
            }

            part.Add(to);
        }

        End();
        return parts;

        void End()
        {
            var points = part.ToArray();
            var count = TileRings.CleanLine(points);
            if (count >= 2)
            {
                parts.Add(points[..count]);
            }

            part.Clear();
        }
    }

    /// <summary>What of a step is in the window; <c>false</c> where nothing is.</summary>
    private static bool TryClip(
        TilePoint start, TilePoint end, TileWindow window, out TilePoint from, out TilePoint to)
    {
        var (dx, dy) = ((double)end.X - start.X, (double)end.Y - start.Y);
        var (enter, leave) = (0.0, 1.0);
        var isIn = Narrow(-dx, start.X - (double)window.MinX, ref enter, ref leave)
            && Narrow(dx, (double)window.MaxX - start.X, ref enter, ref leave)
            && Narrow(-dy, start.Y - (double)window.MinY, ref enter, ref leave)
            && Narrow(dy, (double)window.MaxY - start.Y, ref enter, ref leave);
        (from, to) = (At(enter), At(leave));
        return isIn;

        TilePoint At(double share) => share switch
        {
            <= 0 => start,
            >= 1 => end,
            _ => new TilePoint(start.X + (int)Math.Round(share * dx), start.Y + (int)Math.Round(share * dy)),
        };
    }

    /// <summary>Narrows down the part of a step that is on the inner side of one line.</summary>
    private static bool Narrow(double pace, double room, ref double enter, ref double leave)
    {
        // Steps are of whole units: less than half a one is none.
        if (Math.Abs(pace) < 0.5)
        {
            return room >= 0;
        }

        var share = room / pace;
        if (pace < 0)
        {
            enter = Math.Max(enter, share);
        }
        else
        {
            leave = Math.Min(leave, share);
        }

        return enter <= leave;
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
