using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Indicators;

/// <summary>An indicator of the catalogue: what it means, who reports it, and how it rolls up.</summary>
public sealed record Indicator
{
    /// <summary>The code.</summary>
    public required IndicatorCode Code { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit of the value shown, such as <c>%</c>.</summary>
    public required string UnitOfMeasure { get; init; }

    /// <summary>Which way is better.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>The tier whose units report it. Units of other tiers get it by roll-up or not at all.</summary>
    public required AdministrativeLevel ReportingLevel { get; init; }

    /// <summary>
    /// How often it is reported, as an ISO 8601 duration (<c>P1M</c>); <c>null</c> where not laid down.
    /// </summary>
    public string? Cadence { get; init; }

    /// <summary>The agency that owns it, as the plan names it.</summary>
    public string? OwnerAgency { get; init; }

    /// <summary>The id of the owning agency in the dataset, where one clearly matches.</summary>
    public string? OwnerAgencyId { get; init; }

    /// <summary>The subsystem of the operations centre that it belongs to.</summary>
    public string? Subsystem { get; init; }

    /// <summary>How it rolls up.</summary>
    public required AggregationKind Aggregation { get; init; }

    /// <summary>The measure of the numerator, or of the value where there is no denominator.</summary>
    public required Measure Numerator { get; init; }

    /// <summary>The measure of the denominator or weight; <c>null</c> for a plain value.</summary>
    public Measure? Denominator { get; init; }

    /// <summary>What the ratio is multiplied by to give the value shown: 100 for a percentage.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The smallest value allowed, in <see cref="UnitOfMeasure"/>.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value allowed, in <see cref="UnitOfMeasure"/>.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether the numerator of a ratio may be above its denominator.</summary>
    public bool NumeratorMayExceedDenominator { get; init; }

    /// <summary>Decimals to show.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>Whether the program makes it, and nobody reports it.</summary>
    public bool IsDerived { get; init; }

    /// <summary>
    /// The codes of the dimensions that observations may be broken down by. Where a unit reports parts alone, its total
    /// is made of those along the first of these that it has parts of.
    /// </summary>
    public ImmutableArray<string> Dimensions { get; init; } = [];

    /// <summary>Whether an observation carries a denominator or weight.</summary>
    public bool HasDenominator => Aggregation is AggregationKind.RatioOfSums or AggregationKind.WeightedMean;
}
