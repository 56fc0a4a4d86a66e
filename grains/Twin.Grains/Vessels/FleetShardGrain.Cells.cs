using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <content>
/// How the cells learn where the vessels are: at the shard's own pace, and never awaited by a report. While one round
/// is on its way reports go on, and the next round takes all that they changed.
/// </content>
internal sealed partial class FleetShardGrain
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(30);

    private ShardPlaces _places = null!; // Set by StartTelling, when the activation starts.
    private Task _telling = Task.CompletedTask;
    private IGrainTimer? _tellLater;
    private TimeSpan _retry = FirstRetry;
    private bool _hasEnded;

    public async Task<ImmutableArray<FleetCell>> SettleCells()
    {
        TellCells();
        await _telling;
        return _places.Cells;
    }

    public Task<CellUpdate?> CompareCell(FleetCell cell, long epoch, long version) =>
        Task.FromResult(_places.Compare(cell, epoch, version));

    private void StartTelling()
    {
        // Two lives of a shard do not start in the same 100 ns.
        _places = new ShardPlaces(_number, time.GetUtcNow().UtcTicks);
        foreach (var tracked in _shard.Vessels)
        {
            _places.Note(tracked);
        }

        // A cell that this one tells may be asking it what to be told: not before it has started.
        TellLater(TimeSpan.Zero);
    }

    private void Note(VesselId id, PositionVerdict? verdict)
    {
        if (verdict is PositionVerdict.Accepted && _shard.Find(id) is { } tracked)
        {
            _places.Note(tracked);
        }
    }

    private void NoteAll(ImmutableArray<Vessel> vessels)
    {
        foreach (var vessel in vessels)
        {
            Note(vessel.Id, PositionVerdict.Accepted);
        }

        TellCells();
    }

    private void TellCells()
    {
        if (_telling.IsCompleted && !_hasEnded)
        {
            _telling = TellAllAsync();
        }
    }

    private async Task TellAllAsync()
    {
        var isSaid = false;
        while (!isSaid && !_hasEnded)
        {
            // A vessel leaves a cell when the next one has it, or stays in the old one for as long as that fails.
            var entering = _places.Entering();
            var isTold = await TellAsync(entering);
            var leaving = isTold ? _places.Leaving() : [];
            if (!isTold || !await TellAsync(leaving))
            {
                TellLater(_retry);
                _retry = _retry * 2 < LongestRetry ? _retry * 2 : LongestRetry;
                return;
            }

            isSaid = entering.IsEmpty && leaving.IsEmpty;
        }

        _retry = FirstRetry;
    }

    private async Task<bool> TellAsync(ImmutableArray<(FleetCell Cell, CellUpdate Update)> updates)
    {
        var told = await Task.WhenAll(updates.Select(one => TellAsync(one.Cell, one.Update)));
        return Array.TrueForAll(told, isTold => isTold);
    }

    private async Task<bool> TellAsync(FleetCell cell, CellUpdate update)
    {
        try
        {
            if (!await GrainFactory.GetGrain<IFleetCellGrain>(cell.Key).Update(update))
            {
                _places.Refused(cell);
            }

            return true;
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept the message from arriving, it is told anew.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUntold(exception, _number, cell.Key, _retry);
            _places.Refused(cell);
            return false;
        }
    }

    private void TellLater(TimeSpan delay)
    {
        if (_hasEnded)
        {
            return;
        }

        _tellLater?.Dispose();
        _tellLater = this.RegisterGrainTimer(
            static (grain, _) =>
            {
                grain.TellCells();
                return Task.CompletedTask;
            },
            this,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan));
    }

    [LoggerMessage(2, LogLevel.Warning, "Shard {Shard} of the fleet cannot reach cell {Cell}; again in {Delay}")]
    private partial void LogUntold(Exception exception, int shard, string cell, TimeSpan delay);
}
