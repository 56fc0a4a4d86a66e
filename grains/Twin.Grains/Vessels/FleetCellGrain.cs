using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Holds the vessels in a cell as the shards tell it, and compares with them from time to time.</summary>
internal sealed partial class FleetCellGrain(ILogger<FleetCellGrain> logger) : Grain, IFleetCellGrain
{
    // What is lost on the way from a shard, or with it, is wrong here for no longer than this.
    private static readonly TimeSpan ComparePeriod = TimeSpan.FromSeconds(30);

    private readonly CellVessels _vessels = new();
    private FleetCell _cell;
    private bool _isListed;

    private IFleetCellDirectoryGrain Directory =>
        GrainFactory.GetGrain<IFleetCellDirectoryGrain>(IFleetCellDirectoryGrain.Key);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Orleans 10 holds the activation's lock until the first await that does not complete at once, and the shards
        // that are asked here call this cell.
        await Task.Yield();
        _cell = FleetCell.Parse(this.GetPrimaryKeyString());
        await CompareAsync();
        this.RegisterGrainTimer(
            static (grain, _) => grain.CompareAgainAsync(),
            this,
            new GrainTimerCreationOptions(ComparePeriod, ComparePeriod));
    }

    public async Task<bool> Update(CellUpdate update)
    {
        var isTaken = _vessels.Take(update);
        await ListAsync(isSureOfIt: true);
        return isTaken;
    }

    public Task Compare() => CompareAsync();

    public Task<ImmutableArray<PlacedVessel>> Inside(GeoBox box) => Task.FromResult(_vessels.Inside(box));

    private async Task CompareAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(CompareAsync));
        // A directory that has started anew may not know the cell.
        await ListAsync(isSureOfIt: false);
    }

    private async Task CompareAsync(int shard)
    {
        var (epoch, version) = _vessels.Told(shard) ?? default;
        var grain = GrainFactory.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
        if (await grain.CompareCell(_cell, epoch, version) is { } update)
        {
            _vessels.Take(update);
        }
    }

    private async Task CompareAgainAsync()
    {
        try
        {
            await CompareAsync();
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept a shard from answering, it is asked again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotCompared(exception, _cell.Key, ComparePeriod);
        }
    }

    /// <summary>Lets the directory know whether the cell holds anything, before anybody relies on it.</summary>
    private async Task ListAsync(bool isSureOfIt)
    {
        var isOccupied = _vessels.Count > 0;
        if (isOccupied == _isListed && (isSureOfIt || !isOccupied))
        {
            return;
        }

        await (isOccupied ? Directory.Add(_cell) : Directory.Remove(_cell));
        _isListed = isOccupied;
    }

    [LoggerMessage(1, LogLevel.Warning, "Cell {Cell} cannot compare with all shards; again in {Delay}")]
    private partial void LogNotCompared(Exception exception, string cell, TimeSpan delay);
}
