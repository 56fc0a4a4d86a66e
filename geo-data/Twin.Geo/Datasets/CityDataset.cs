using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>A city's dataset as read and checked. Immutable and safe for any number of threads.</summary>
public sealed record CityDataset
{
    /// <summary>Publisher, licence, sources.</summary>
    public required DatasetPublication Publication { get; init; }

    /// <summary>Units of all dates, successions and indicators; plans, targets and agencies as asked for.</summary>
    public required CityDefinition City { get; init; }

    /// <summary>The measures that indicators are made of, by code.</summary>
    public required ImmutableArray<Measure> Measures { get; init; }

    /// <summary>Overlay shares between maps of different dates.</summary>
    public required ImmutableArray<AreaShare> AreaShares { get; init; }

    /// <summary>The coarse outline that schematic boundaries are clipped to.</summary>
    public required ImmutableArray<OutlineRing> Outline { get; init; }

    /// <summary>The boundary files that the manifest names, oldest first, read or not.</summary>
    public required ImmutableArray<BoundaryFile> BoundaryFiles { get; init; }

    /// <summary>Boundaries, oldest first; empty where they were not asked for.</summary>
    public required ImmutableArray<BoundarySet> Boundaries { get; init; }

    /// <summary>What schematic boundaries are built from.</summary>
    public DatasetTables Tables => new(City.Tree, City.Successions, AreaShares, Outline);

    /// <summary>The boundaries of a day, or <c>null</c>.</summary>
    public BoundarySet? BoundariesOn(DateOnly date)
    {
        foreach (var set in Boundaries)
        {
            if (set.IsValidOn(date))
            {
                return set;
            }
        }

        return null;
    }
}
