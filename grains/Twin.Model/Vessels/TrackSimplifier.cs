using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// Leaves out the points of a track that say little (Douglas and Peucker, 1973), by how far they lie from where the
/// vessel would have been at their time had it gone straight and evenly. So a stop in the middle of a straight line
/// stays. Pure; O(n log n) for tracks that bend evenly, O(n²) at worst, so callers bound n.
/// </summary>
public static class TrackSimplifier
{
    private const double MetersPerDegree = GreatCircle.EarthRadiusMeters * Math.PI / 180;

    /// <summary>The points to keep, first and last always, in order of time.</summary>
    public static ImmutableArray<PositionReport> Simplify(
        ImmutableArray<PositionReport> track, double toleranceMeters)
    {
        if (track.Length < 3 || toleranceMeters <= 0)
        {
            return track;
        }

        var isKept = new bool[track.Length];
        isKept[0] = isKept[^1] = true;
        var open = new Stack<(int From, int To)>();
        open.Push((0, track.Length - 1));
        while (open.TryPop(out var span))
        {
            var (farthest, meters) = Farthest(track, span.From, span.To);
            if (meters > toleranceMeters)
            {
                isKept[farthest] = true;
                open.Push((span.From, farthest));
                open.Push((farthest, span.To));
            }
        }

        return [.. track.Where((_, index) => isKept[index])];
    }

    private static (int Index, double Meters) Farthest(ImmutableArray<PositionReport> track, int from, int to)
    {
        var (index, most) = (from, 0.0);
        for (var i = from + 1; i < to; i++)
        {
            var meters = Deviation(track[from], track[to], track[i]);
            if (meters > most)
            {
                (index, most) = (i, meters);
            }
        }

        return (index, most);
    }

    // In a plane that touches the earth at the point: exact enough for what lies within a day's sail.
    private static double Deviation(PositionReport first, PositionReport last, PositionReport point)
    {
        var whole = (last.PhenomenonTime - first.PhenomenonTime).TotalSeconds;
        var share = whole > 0 ? (point.PhenomenonTime - first.PhenomenonTime).TotalSeconds / whole : 0;
        var eastDegrees = first.Position.LongitudeDegrees
            + (share * Turned(last.Position.LongitudeDegrees - first.Position.LongitudeDegrees));
        var northDegrees = first.Position.LatitudeDegrees
            + (share * (last.Position.LatitudeDegrees - first.Position.LatitudeDegrees));
        var scale = Math.Cos(double.DegreesToRadians(point.Position.LatitudeDegrees));
        var east = Turned(point.Position.LongitudeDegrees - eastDegrees) * scale * MetersPerDegree;
        var north = (point.Position.LatitudeDegrees - northDegrees) * MetersPerDegree;
        return Math.Sqrt((east * east) + (north * north));
    }

    // The shorter way around the world.
    private static double Turned(double degrees) => degrees - (360 * Math.Round(degrees / 360));
}
