using Twin.Model.Rollups;

namespace Twin.Simulation.Tests.Checks;

/// <summary>
/// What observers have seen of each figure: no version may be older than one that was seen before, and one version is
/// one figure.
/// </summary>
internal sealed class VersionWatch(World world, string observers)
{
    private readonly Dictionary<(string Unit, string Indicator, int Period), long> _newest = [];
    private readonly Dictionary<(string Unit, string Indicator, int Period, long Version), Rollup> _figures = [];

    /// <summary>What has been seen until now; a read that begins now must not answer with less.</summary>
    public IReadOnlyDictionary<(string Unit, string Indicator, int Period), long> Snapshot() =>
        new Dictionary<(string Unit, string Indicator, int Period), long>(_newest);

    /// <summary>Takes note of a figure that was pushed to observers.</summary>
    public void Check(Rollup figure) => Check(figure, _newest);

    /// <summary>Takes note of a figure that was read.</summary>
    public void Check(Rollup figure, IReadOnlyDictionary<(string Unit, string Indicator, int Period), long> seenBefore)
    {
        var cell = (figure.Unit.Value, figure.Indicator.Value, figure.Period.Key);
        if (seenBefore.TryGetValue(cell, out var newest) && figure.Version < newest)
        {
            world.Fail($"{figure} went back in time before {observers}, who had seen version {World.Text(newest)}.");
        }

        _newest[cell] = Math.Max(figure.Version, _newest.GetValueOrDefault(cell));
        var version = (cell.Item1, cell.Item2, cell.Item3, figure.Version);
        if (!_figures.TryAdd(version, figure) && _figures[version] != figure)
        {
            world.Fail($"Two figures have one version: {_figures[version]} and {figure}.");
        }
    }
}
