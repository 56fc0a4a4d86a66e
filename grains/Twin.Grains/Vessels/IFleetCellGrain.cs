using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// The vessels in one cell: docs/adr/0065. Keyed by its tile, as <see cref="FleetCell.Key"/>. Soft state: one that
/// starts asks the shards.
/// </summary>
public interface IFleetCellGrain : IGrainWithStringKey
{
    /// <summary>Takes what a shard tells; <c>false</c> where the shard must tell everything.</summary>
    Task<bool> Update(CellUpdate update);

    /// <summary>Asks the shards whether it holds what they hold. It does so by itself every 30 s.</summary>
    Task Compare();

    /// <summary>
    /// The vessels in a box, in no order. Interleaves: it looks at what is there and changes nothing.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<PlacedVessel>> Inside(GeoBox box);
}
