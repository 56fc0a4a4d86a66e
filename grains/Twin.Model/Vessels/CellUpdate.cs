using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>
/// What a shard tells a cell of its vessels there: either all that are there, or what has changed since a version that
/// the cell must have.
/// </summary>
/// <param name="Shard">The shard.</param>
/// <param name="Epoch">The life of the shard's activation; versions are counted in each anew.</param>
/// <param name="From">The version that the change starts from; <c>null</c> where the update says all.</param>
/// <param name="To">The version that it leads to.</param>
/// <param name="Entered">Vessels that came, moved, or have other papers; with no <c>From</c> all of them.</param>
/// <param name="Left">Vessels that are there no longer.</param>
public sealed record CellUpdate(
    int Shard,
    long Epoch,
    long? From,
    long To,
    ImmutableArray<PlacedVessel> Entered,
    ImmutableArray<VesselId> Left);
