using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Where the vessels of the shard went, read from the log.</summary>
internal sealed partial class FleetShardGrain
{
    /// <summary>
    /// From so much before the span on reports are judged: enough to tell a jump by, and nothing to what years would
    /// take to read. What was recorded before cannot be of the span, but for clocks on board that are ahead.
    /// </summary>
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    public async Task<TrackAnswer> Track(TrackQuestion question)
    {
        var path = new Path(question.Vessel, IFleetShardGrain.MaxTrack);
        await foreach (var batch in ReadFromAsync(question.From))
        {
            foreach (var report in batch.Reports.Where(report => report.Vessel == question.Vessel))
            {
                path.Take(report, batch.RecordedAt, question.From, question.To);
            }
        }

        return path.ToAnswer();
    }

    public async Task<ImmutableArray<VesselTrack>> Tracks(TracksQuestion question)
    {
        var area = question is { SouthWest: { } low, NorthEast: { } high }
            ? new GeoBox(low.LongitudeDegrees, low.LatitudeDegrees, high.LongitudeDegrees, high.LatitudeDegrees)
            : (GeoBox?)null;
        var paths = new Dictionary<VesselId, Path>();
        await foreach (var batch in ReadFromAsync(question.From))
        {
            foreach (var report in batch.Reports)
            {
                if (!paths.TryGetValue(report.Vessel, out var path))
                {
                    path = new Path(report.Vessel, IFleetShardGrain.MaxTrackOfSeveral, question.Every);
                    paths.Add(report.Vessel, path);
                }

                path.Take(report, batch.RecordedAt, question.From, question.To);
            }
        }

        return
        [
            .. paths.Where(pair => pair.Value.WasIn(area))
                .Select(pair => new VesselTrack(pair.Key, pair.Value.ToAnswer()))
                .OrderBy(track => track.Vessel),
        ];
    }

    private async IAsyncEnumerable<LoggedPositions> ReadFromAsync(DateTimeOffset from)
    {
        var start = from - DateTimeOffset.MinValue > Before ? from - Before : DateTimeOffset.MinValue;
        var after = await log.FindEndBeforeAsync(start, CancellationToken.None);
        await foreach (var batch in log.ReadAsync(_number, after, CancellationToken.None))
        {
            yield return batch;
        }
    }

    /// <summary>
    /// The accepted reports of one vessel in a span, the last so many; not more often than asked for.
    /// </summary>
    private sealed class Path(VesselId id, int most, TimeSpan every = default)
    {
        private readonly TrackedVessel _tracked = new(Vessel.Unregistered(id));
        private readonly Queue<PositionReport> _reports = new();
        private PositionReport? _skipped;
        private DateTimeOffset _takenAt = DateTimeOffset.MinValue;
        private bool _isCut;

        public void Take(PositionReport report, DateTimeOffset recordedAt, DateTimeOffset from, DateTimeOffset to)
        {
            var verdict = _tracked.Judge(report, recordedAt);
            _tracked.Apply(report, verdict, null, FleetRules.None);
            if (verdict is not PositionVerdict.Accepted || report.PhenomenonTime < from || report.PhenomenonTime > to)
            {
                return;
            }

            if (report.PhenomenonTime - _takenAt < every)
            {
                _skipped = report;
                return;
            }

            if (_skipped is { } last && report.PhenomenonTime - last.PhenomenonTime > every)
            {
                Add(last);
            }

            Add(report);
        }

        public bool WasIn(GeoBox? area) =>
            _reports.Count > 0 && (area is not { } box || _reports.Any(report => box.Contains(report.Position)));

        public TrackAnswer ToAnswer()
        {
            if (_skipped is { } last)
            {
                Add(last);
            }

            return new TrackAnswer([.. _reports], _isCut);
        }

        private void Add(PositionReport report)
        {
            _skipped = null;
            _takenAt = report.PhenomenonTime;
            _reports.Enqueue(report);
            if (_reports.Count > most)
            {
                _reports.Dequeue();
                _isCut = true;
            }
        }
    }
}
