using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Api.Catalogues;

/// <summary>An indicator: what it means, who reports it, and how it rolls up.</summary>
internal sealed record IndicatorAnswer
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit of the value shown.</summary>
    public required string UnitOfMeasure { get; init; }

    /// <summary>Which way is better.</summary>
    public required IndicatorDirection Direction { get; init; }

    /// <summary>The level whose units report it.</summary>
    public required AdministrativeLevel ReportingLevel { get; init; }

    /// <summary>How often it is reported, an ISO 8601 duration; null where not laid down.</summary>
    public required string? Cadence { get; init; }

    /// <summary>The agency that owns it, as the plan names it.</summary>
    public required string? OwnerAgency { get; init; }

    /// <summary>The id of that agency, where one clearly matches.</summary>
    public required string? OwnerAgencyId { get; init; }

    /// <summary>The subsystem of the operations centre that it belongs to.</summary>
    public required string? Subsystem { get; init; }

    /// <summary>How it rolls up.</summary>
    public required AggregationKind Aggregation { get; init; }

    /// <summary>The measure of the numerator, or of the value where there is no denominator.</summary>
    public required MeasureAnswer Numerator { get; init; }

    /// <summary>The measure of the denominator or weight; null for a plain value.</summary>
    public required MeasureAnswer? Denominator { get; init; }

    /// <summary>What the ratio is multiplied by to give the value shown.</summary>
    public required double Scale { get; init; }

    /// <summary>Decimals to show.</summary>
    public required int Decimals { get; init; }

    /// <summary>The smallest value allowed.</summary>
    public required double? Minimum { get; init; }

    /// <summary>The largest value allowed.</summary>
    public required double? Maximum { get; init; }

    /// <summary>Whether the numerator of a ratio may be above its denominator.</summary>
    public required bool NumeratorMayExceedDenominator { get; init; }

    /// <summary>Which percentile, 0 to 100; null for other kinds.</summary>
    public required double? Percentile { get; init; }

    /// <summary>Whether nobody reports it, because the program makes it.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>How each unit works it out from its other figures; null for what rolls up.</summary>
    public required DerivationAnswer? Derivation { get; init; }

    /// <summary>The codes of the dimensions that it may be broken down by.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>Makes the answer of an indicator.</summary>
    public static IndicatorAnswer Of(Indicator indicator) => new()
    {
        Code = indicator.Code.Value,
        NameVi = indicator.NameVi,
        NameEn = indicator.NameEn,
        UnitOfMeasure = indicator.UnitOfMeasure,
        Direction = indicator.Direction,
        ReportingLevel = indicator.ReportingLevel,
        Cadence = indicator.Cadence,
        OwnerAgency = indicator.OwnerAgency,
        OwnerAgencyId = indicator.OwnerAgencyId,
        Subsystem = indicator.Subsystem,
        Aggregation = indicator.Aggregation,
        Numerator = MeasureAnswer.Of(indicator.Numerator),
        Denominator = indicator.Denominator is { } denominator ? MeasureAnswer.Of(denominator) : null,
        Scale = indicator.Scale,
        Decimals = indicator.Decimals,
        Minimum = indicator.Minimum,
        Maximum = indicator.Maximum,
        NumeratorMayExceedDenominator = indicator.NumeratorMayExceedDenominator,
        Percentile = indicator.Percentile,
        IsDerived = indicator.IsDerived,
        Derivation = DerivationAnswer.Make(indicator.Derivation),
        Dimensions = indicator.Dimensions,
    };
}
