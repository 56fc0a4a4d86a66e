using System.Collections.Immutable;

namespace Twin.Geo.Datasets;

/// <summary>What came of reading a dataset: the dataset, or everything that is wrong with it.</summary>
public abstract record DatasetReading
{
    private DatasetReading()
    {
    }

    /// <summary>The dataset is sound.</summary>
    /// <param name="Dataset">The dataset.</param>
    public sealed record Loaded(CityDataset Dataset) : DatasetReading;

    /// <summary>The dataset is not usable.</summary>
    /// <param name="Problems">At least one problem, by file and line.</param>
    public sealed record Refused(ImmutableArray<DatasetProblem> Problems) : DatasetReading;
}
