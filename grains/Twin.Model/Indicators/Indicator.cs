using System.Collections.Immutable;
using Twin.Model.Dimensions;
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
    public bool IsDerived
    {
        get => field || Derivation is not null;
        init;
    }

    /// <summary>
    /// How each unit works it out from its own figures; <c>null</c> for what rolls up from the units below.
    /// </summary>
    public Derivation? Derivation { get; init; }

    /// <summary>Which percentile, 0 to 100; <c>null</c> for all other kinds.</summary>
    public double? Percentile { get; init; }

    /// <summary>
    /// The codes of the dimensions that observations may be broken down by. Where a unit reports parts alone, its total
    /// is made of those along the first of these that it has parts of.
    /// </summary>
    public ImmutableArray<string> Dimensions { get; init; } = [];

    /// <summary>Whether an observation carries a denominator or weight.</summary>
    public bool HasDenominator => Aggregation is AggregationKind.RatioOfSums or AggregationKind.WeightedMean;

    /// <summary>
    /// Whether the value is numerator × scale over denominator, both exact: equal shares are told by products.
    /// </summary>
    public bool IsShare => Aggregation is AggregationKind.RatioOfSums or AggregationKind.ShareDistinct;

    /// <summary>Whether a figure shows a denominator.</summary>
    public bool ShowsDenominator => HasDenominator
        || Aggregation is AggregationKind.ShareDistinct or AggregationKind.All or AggregationKind.Any
        || Derivation is not null;

    /// <summary>The dimension whose members are counted, each once; <c>null</c> where none are.</summary>
    public string? Catalogue => Aggregation.IsDistinct() && !Dimensions.IsEmpty ? Dimensions[0] : null;

    /// <summary>
    /// How a part combines. A part that is one member of the catalogue is there or not; all others combine as the
    /// total does.
    /// </summary>
    public AggregationKind AggregationOf(Breakdown breakdown) =>
        !breakdown.IsNone && Catalogue is { } catalogue && breakdown.MemberOf(catalogue) is not null
            ? AggregationKind.Any
            : Aggregation;
}
