using System.Collections.Immutable;
using Twin.Model.Agencies;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Model;

/// <summary>What the city is, apart from what is reported about it. Immutable; every silo holds the same.</summary>
public sealed record CityDefinition
{
    /// <summary>The id of the dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The units of all dates.</summary>
    public required AdministrativeTree Tree { get; init; }

    /// <summary>The indicators.</summary>
    public required IndicatorCatalog Indicators { get; init; }

    /// <summary>The plans that are loaded.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    /// <summary>The rows of those plans.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>The agencies that those plans name.</summary>
    public required ImmutableArray<Agency> Agencies { get; init; }

    /// <summary>Which unit became which.</summary>
    public required ImmutableArray<Succession> Successions { get; init; }
}
