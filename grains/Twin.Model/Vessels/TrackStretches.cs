using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>
/// Divides a track where the vessel was silent for too long to say where it went, and thins it without losing the ends
/// of its stretches. Pure.
/// </summary>
public static class TrackStretches
{
    /// <summary>The stretches between silences longer than a gap, in order; none for an empty track.</summary>
    public static ImmutableArray<ImmutableArray<PositionReport>> Split(
        ImmutableArray<PositionReport> track, TimeSpan gap)
    {
        var stretches = ImmutableArray.CreateBuilder<ImmutableArray<PositionReport>>();
        var start = 0;
        for (var i = 1; i <= track.Length; i++)
        {
            if (i == track.Length || track[i].PhenomenonTime - track[i - 1].PhenomenonTime > gap)
            {
                stretches.Add(track[start..i]);
                start = i;
            }
        }

        return stretches.ToImmutable();
    }

    /// <summary>
    /// A stretch with at most one point in each so many seconds, first and last always, and then without the points
    /// that lie close to where it would have been without them.
    /// </summary>
    public static ImmutableArray<PositionReport> Simplify(
        ImmutableArray<PositionReport> stretch, double toleranceMeters, TimeSpan tolerance) =>
        TrackSimplifier.Simplify(Space(stretch, tolerance), toleranceMeters);

    private static ImmutableArray<PositionReport> Space(ImmutableArray<PositionReport> stretch, TimeSpan tolerance)
    {
        if (tolerance <= TimeSpan.Zero || stretch.Length < 3)
        {
            return stretch;
        }

        var kept = ImmutableArray.CreateBuilder<PositionReport>();
        foreach (var report in stretch[..^1])
        {
            if (kept.Count == 0 || report.PhenomenonTime - kept[^1].PhenomenonTime >= tolerance)
            {
                kept.Add(report);
            }
        }

        kept.Add(stretch[^1]);
        return kept.ToImmutable();
    }
}
