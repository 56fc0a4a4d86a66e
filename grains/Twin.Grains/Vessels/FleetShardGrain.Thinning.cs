using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Leaves out old positions of the shard, a piece of the log at a time.</summary>
internal sealed partial class FleetShardGrain
{
    /// <summary>A step looks at so many reports, or a batch more: some megabytes of memory.</summary>
    private const int ThinAtOnce = 20_000;

    private readonly Dictionary<TimeSpan, long> _thinned = [];
    private bool _isThinning;

    public async Task<ThinningAnswer> Thin(DateTimeOffset before, TimeSpan? every)
    {
        if (_isThinning)
        {
            return new ThinningAnswer(true, 0); // Another silo's turn.
        }

        _isThinning = true;
        try
        {
            return await ThinNextAsync(before, every);
        }
        finally
        {
            _isThinning = false;
        }
    }

    private async Task<ThinningAnswer> ThinNextAsync(DateTimeOffset before, TimeSpan? every)
    {
        // Where nothing stays counts as a span of its own.
        var key = every ?? TimeSpan.MaxValue;
        var piece = new List<LoggedPositions>();
        var reports = 0;
        await foreach (var batch in log.ReadAsync(_number, _thinned.GetValueOrDefault(key), CancellationToken.None))
        {
            // What the shard would read at its next start has to stay as it is.
            if (batch.RecordedAt >= before || batch.Sequence > kept.State.Sequence || reports >= ThinAtOnce)
            {
                break;
            }

            piece.Add(batch);
            reports += batch.Reports.Length;
        }

        if (piece.Count == 0)
        {
            return new ThinningAnswer(true, 0);
        }

        var thinned = TrackThinning.Thin(piece, every);
        if (!thinned.IsEmpty)
        {
            await log.ReplaceAsync(_number, thinned, CancellationToken.None);
        }

        // Kept with the shard: after a crash the same piece is looked at again, and found thin.
        _thinned[key] = piece[^1].Sequence;
        var lengths = piece.ToDictionary(batch => batch.Sequence, batch => batch.Reports.Length);
        return new ThinningAnswer(
            reports < ThinAtOnce, thinned.Sum(batch => lengths[batch.Sequence] - batch.Reports.Length));
    }

    private void RestoreThinned()
    {
        foreach (var mark in kept.State.Thinned)
        {
            _thinned[mark.Every ?? TimeSpan.MaxValue] = mark.Sequence;
        }
    }

    private IEnumerable<ThinningMark> ThinningMarks() => _thinned.Select(
        pair => new ThinningMark(pair.Key == TimeSpan.MaxValue ? null : pair.Key, pair.Value));
}
