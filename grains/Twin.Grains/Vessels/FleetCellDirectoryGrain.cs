using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Knows which cells hold vessels; wakes the shards when it is first asked.</summary>
internal sealed class FleetCellDirectoryGrain : Grain, IFleetCellDirectoryGrain
{
    private readonly HashSet<FleetCell> _cells = [];
    private Task? _woken;

    public Task Add(FleetCell cell)
    {
        _cells.Add(cell);
        return Task.CompletedTask;
    }

    public Task Remove(FleetCell cell)
    {
        _cells.Remove(cell);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<FleetCell>> Meeting(GeoBox box)
    {
        if (_woken is null || _woken.IsFaulted || _woken.IsCanceled)
        {
            _woken = WakeAsync();
        }

        await _woken;
        var (first, last) = FleetCell.Around(box);
        var (rows, columns) = (last.Row - first.Row + 1L, last.Column - first.Column + 1L);
        return rows * columns > _cells.Count
            ? [.. _cells.Where(cell => cell.IsBetween(first, last))]
            : Between(first, last);
    }

    private ImmutableArray<FleetCell> Between(FleetCell first, FleetCell last)
    {
        var between = ImmutableArray.CreateBuilder<FleetCell>();
        for (var row = first.Row; row <= last.Row; row++)
        {
            for (var column = first.Column; column <= last.Column; column++)
            {
                var cell = new FleetCell(row, column);
                if (_cells.Contains(cell))
                {
                    between.Add(cell);
                }
            }
        }

        return between.DrainToImmutable();
    }

    /// <summary>A shard that starts tells its cells; one that runs says which they are.</summary>
    private async Task WakeAsync()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(
            shard => GrainFactory.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)).SettleCells()));
        _cells.UnionWith(all.SelectMany(cells => cells));
    }
}
