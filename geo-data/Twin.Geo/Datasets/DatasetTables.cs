using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>The tables of a dataset that schematic boundaries are built from.</summary>
/// <param name="Tree">Every version of every unit, with centroids and areas.</param>
/// <param name="Successions">Which unit became which.</param>
/// <param name="AreaShares">Overlay shares, where they are known; they go before successions.</param>
/// <param name="Outline">The landmasses.</param>
public sealed record DatasetTables(
    AdministrativeTree Tree,
    ImmutableArray<Succession> Successions,
    ImmutableArray<AreaShare> AreaShares,
    ImmutableArray<OutlineRing> Outline);
