namespace Twin.Api.Statistics;

/// <summary>What the city is and what there is to show of it.</summary>
internal sealed record CityAnswer
{
    /// <summary>The dataset's id.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The Vietnamese title.</summary>
    public required string TitleVi { get; init; }

    /// <summary>The English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>The code of the unit that everything else is below.</summary>
    public required string RootUnit { get; init; }

    /// <summary>Whether demonstration data was loaded.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>Whether boundaries are drawn schematically.</summary>
    public required bool IsSchematic { get; init; }

    /// <summary>The first days of the trees of units that differ, oldest first.</summary>
    public required IReadOnlyList<DateOnly> ChangeDates { get; init; }

    /// <summary>The latest month with data; the current month when there is none.</summary>
    public required string DefaultPeriod { get; init; }

    /// <summary>The months with any data, oldest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>
    /// An indicator worth showing first: with a target and with data; null in a city without indicators.
    /// </summary>
    public required string? DefaultIndicator { get; init; }
}
