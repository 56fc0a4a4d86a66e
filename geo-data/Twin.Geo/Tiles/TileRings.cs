namespace Twin.Geo.Tiles;

/// <summary>What rings of whole numbers need. Rings are open: the first point is not repeated. Stateless.</summary>
internal static class TileRings
{
    /// <summary>
    /// Takes out of a ring, in place, points that repeat the one before, that lie on the line between their neighbors,
    /// and spikes; gives back how many are left. A ring of fewer than three has nothing inside.
    /// </summary>
    public static int Clean(Span<TilePoint> ring)
    {
        var count = 0;
        foreach (var point in ring)
        {
            ring[count++] = point;
            while (count >= 2 && IsNeedless(ring[..count]))
            {
                ring[count - 2] = ring[count - 1];
                count--;
            }
        }

        // The same across the place where the ring begins.
        var start = 0;
        while (count - start >= 3)
        {
            var left = ring[start..count];
            if (Turn(left[^2], left[^1], left[0]) == 0)
            {
                count--;
            }
            else if (Turn(left[^1], left[0], left[1]) == 0)
            {
                start++;
            }
            else
            {
                break;
            }
        }

        ring[start..count].CopyTo(ring);
        return count - start;
    }

    /// <summary>
    /// Takes out of a line, in place, points that repeat the one before or lie on the way between their neighbors;
    /// gives back how many are left. A line of one has no length.
    /// </summary>
    public static int CleanLine(Span<TilePoint> line)
    {
        var count = 0;
        foreach (var point in line)
        {
            line[count++] = point;
            if (count >= 2 && line[count - 2] == point)
            {
                count--;
            }
            else if (count >= 3 && IsOnTheWay(line[count - 3], line[count - 2], point))
            {
                line[count - 2] = point;
                count--;
            }
        }

        return count;
    }

    /// <summary>Twice the area inside; positive where the ring goes clockwise on a map, as exteriors must.</summary>
    public static long TwiceArea(ReadOnlySpan<TilePoint> ring)
    {
        var sum = 0L;
        for (var i = 2; i < ring.Length; i++)
        {
            sum += Turn(ring[0], ring[i - 1], ring[i]);
        }

        return sum;
    }

    private static bool IsNeedless(ReadOnlySpan<TilePoint> end) => end[^1] == end[^2]
        || (end.Length >= 3 && Turn(end[^3], end[^2], end[^1]) == 0);

    // A line that turns back on itself goes somewhere; a ring that does encloses nothing.
    private static bool IsOnTheWay(TilePoint a, TilePoint b, TilePoint c) => Turn(a, b, c) == 0
        && ((long)(b.X - a.X) * (c.X - b.X)) + ((long)(b.Y - a.Y) * (c.Y - b.Y)) > 0;

    private static long Turn(TilePoint a, TilePoint b, TilePoint c) =>
        ((long)(b.X - a.X) * (c.Y - a.Y)) - ((long)(b.Y - a.Y) * (c.X - a.X));
}
