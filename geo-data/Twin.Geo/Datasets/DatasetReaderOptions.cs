using System.Collections.Immutable;

namespace Twin.Geo.Datasets;

/// <summary>Which parts of a dataset to read.</summary>
public sealed record DatasetReaderOptions
{
    /// <summary>The plans that are marked as default, and the boundaries.</summary>
    public static readonly DatasetReaderOptions Default = new();

    /// <summary>
    /// The ids of the plans to load; <c>default</c> (not set) loads those marked as default in <c>plans.csv</c>. The
    /// indicator catalogue is always loaded whole, so that its codes mean the same whatever is loaded.
    /// </summary>
    public ImmutableArray<string> Plans { get; init; }

    /// <summary>Load every plan of the dataset, whatever <see cref="Plans"/> says.</summary>
    public bool AllPlans { get; init; }

    /// <summary>Read the boundary files as well.</summary>
    public bool WithBoundaries { get; init; } = true;
}
