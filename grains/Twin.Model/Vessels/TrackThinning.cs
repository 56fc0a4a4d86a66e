using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Twin.Model.Vessels;

/// <summary>
/// Leaves out reports of which nobody will ask: between the first and the last of a vessel in a span of time. So every
/// silence longer than the span stays exactly as long as it was. Whatever shows a jump stays with it, for the verdicts
/// must come out the same when the log is read again. Pure.
/// </summary>
public static class TrackThinning
{
    /// <summary>
    /// The batches of a piece of a shard's log that change, with what stays of them; the ends of the piece count as
    /// ends of spans.
    /// </summary>
    /// <param name="piece">Batches in the order of the log.</param>
    /// <param name="every">The span; <c>null</c> where nothing stays.</param>
    public static ImmutableArray<LoggedPositions> Thin(IReadOnlyList<LoggedPositions> piece, TimeSpan? every)
    {
        if (every is not { } span)
        {
            return [.. piece.Where(batch => !batch.Reports.IsEmpty).Select(batch => batch with { Reports = [] })];
        }

        var kept = piece.Select(batch => new bool[batch.Reports.Length]).ToArray();
        var paths = new Dictionary<VesselId, Path>();
        for (var i = 0; i < piece.Count; i++)
        {
            for (var j = 0; j < piece[i].Reports.Length; j++)
            {
                var report = piece[i].Reports[j];
                ref var path = ref CollectionsMarshal.GetValueRefOrAddDefault(paths, report.Vessel, out _);
                path ??= new Path(report.Vessel);
                path.Take(report, piece[i].RecordedAt, span, (i, j), kept);
            }
        }

        foreach (var path in paths.Values)
        {
            path.End(kept);
        }

        return
        [
            .. piece.Select((batch, i) => Of(batch, kept[i]))
                .Where((batch, i) => batch.Reports.Length < piece[i].Reports.Length),
        ];
    }

    private static LoggedPositions Of(LoggedPositions batch, bool[] isKept) =>
        batch with { Reports = [.. batch.Reports.Where((_, j) => isKept[j])] };

    private sealed class Path(VesselId id)
    {
        private readonly TrackedVessel _tracked = new(Vessel.Unregistered(id));
        private (int Batch, int Report)? _last;
        private long _bucket;
        private bool _isAfterJump;

        public void Take(
            PositionReport report,
            DateTimeOffset recordedAt,
            TimeSpan span,
            (int Batch, int Report) place,
            bool[][] kept)
        {
            var verdict = _tracked.Judge(report, recordedAt);
            _tracked.Apply(report, verdict, null, FleetRules.None);
            if (verdict is PositionVerdict.Jump)
            {
                Keep(_last, kept);
                Keep(place, kept);
                _isAfterJump = true;
                return;
            }

            if (verdict is not PositionVerdict.Accepted)
            {
                return; // It never moved the vessel, and was written only because it came with others.
            }

            var bucket = report.PhenomenonTime.UtcTicks / span.Ticks;
            if (_last is null || bucket != _bucket || _isAfterJump)
            {
                Keep(_last, kept);
                Keep(place, kept);
            }

            (_last, _bucket, _isAfterJump) = (place, bucket, false);
        }

        public void End(bool[][] kept) => Keep(_last, kept);

        private static void Keep((int Batch, int Report)? place, bool[][] kept)
        {
            if (place is { } one)
            {
                kept[one.Batch][one.Report] = true;
            }
        }
    }
}
