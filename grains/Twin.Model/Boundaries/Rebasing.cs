using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>Gives the figures of one date's units to those of another. Pure.</summary>
public static class Rebasing
{
    /// <summary>The units whose own figures must be known: those of the source that report the indicator.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="unit">The unit of the target, or <c>null</c> for all.</param>
    /// <param name="indicator">The indicator.</param>
    public static IEnumerable<AdministrativeUnitCode> SourcesOf(
        BoundaryFlow flow, AdministrativeUnitCode? unit, Indicator indicator) =>
        unit is { } one
            ? PiecesOf(flow, one, indicator).Select(share => share.Unit)
            : flow.Source.Units.Where(source => source.Level == indicator.ReportingLevel).Select(source => source.Code);

    /// <summary>The figure of a unit of the target.</summary>
    /// <param name="flow">From the boundaries of the period's last day to those wanted.</param>
    /// <param name="boundaries">The day whose boundaries are wanted.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="period">The period.</param>
    /// <param name="figures">The figures of <see cref="SourcesOf"/>; those that are not there have no data.</param>
    /// <param name="breakdown">The part that all of them are of; none for the total.</param>
    public static RebasedFigure Figure(
        BoundaryFlow flow,
        DateOnly boundaries,
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        IReadOnlyDictionary<AdministrativeUnitCode, Rollup> figures,
        Breakdown breakdown = default)
    {
        var pieces = PiecesOf(flow, unit, indicator).ToArray();
        var missing = flow.MissingFrom(unit, indicator.ReportingLevel);
        return Combine(unit, boundaries, indicator, period, pieces, missing, figures, breakdown);
    }

    /// <summary>The figure of an area that whole units and shares of others lie in.</summary>
    /// <param name="unit">The unit that the area is in.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="period">The period, on whose last day the units stand.</param>
    /// <param name="pieces">The units that report the indicator, and how much of each lies in the area.</param>
    /// <param name="figures">Their figures; those that are not there have no data.</param>
    public static RebasedFigure Within(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        IReadOnlyList<UnitShare> pieces,
        IReadOnlyDictionary<AdministrativeUnitCode, Rollup> figures) =>
        Combine(unit, period.End, indicator, period, [.. pieces], [], figures, default);

    private static RebasedFigure Combine(
        AdministrativeUnitCode unit,
        DateOnly boundaries,
        Indicator indicator,
        TimePeriod period,
        UnitShare[] pieces,
        ImmutableArray<AdministrativeUnitCode> missing,
        IReadOnlyDictionary<AdministrativeUnitCode, Rollup> figures,
        Breakdown breakdown)
    {
        RebasedPart[] parts =
        [
            .. pieces.Where(share => figures.GetValueOrDefault(share.Unit)?.Numerator is not null)
                .Select(share => new RebasedPart(share, figures[share.Unit])),
        ];
        var made = parts.Length == 0 ? default : RebasingArithmetic.Combine(indicator, parts);
        var divided = parts.Where(part => !part.Share.IsWhole).ToArray();
        var value = Value(indicator, made, parts);
        var figure = new Rollup(
            unit,
            indicator.Code,
            period,
            value,
            made.Numerator,
            made.Numerator is not null && (indicator.HasDenominator || indicator.IsShare) ? made.Denominator : null,
            pieces.Length + missing.Length,
            parts.Sum(part => part.Figure.Reported),
            parts.Sum(part => part.Figure.Demo),
            parts.Min(part => part.Figure.OldestResultTime),
            parts.Length == 0 ? 0 : parts.Max(part => part.Figure.Version),
            breakdown);
        return new RebasedFigure(figure, Note(boundaries, pieces, parts, divided, missing, made));
    }

    private static IEnumerable<UnitShare> PiecesOf(
        BoundaryFlow flow, AdministrativeUnitCode unit, Indicator indicator) =>
        flow.Into(unit).Where(share => flow.Source.Find(share.Unit)?.Level == indicator.ReportingLevel);

    private static double? Value(Indicator indicator, in RebasedValue made, RebasedPart[] parts)
    {
        if (made.Numerator is not { } numerator)
        {
            return null;
        }

        return indicator.Aggregation switch
        {
            AggregationKind.Sum or AggregationKind.Min or AggregationKind.Max or AggregationKind.All
                or AggregationKind.Any or AggregationKind.Median or AggregationKind.Percentile => numerator,
            AggregationKind.RatioOfSums => made.Denominator > 0 ? numerator * indicator.Scale / made.Denominator : null,
            AggregationKind.WeightedMean => made.Denominator > 0 ? numerator / made.Denominator : null,
            _ => parts[0].Figure.Value, // One whole unit, or there would be no numerator.
        };
    }

    private static RebasingNote Note(
        DateOnly boundaries,
        UnitShare[] pieces,
        RebasedPart[] parts,
        RebasedPart[] divided,
        ImmutableArray<AdministrativeUnitCode> missing,
        in RebasedValue made)
    {
        var (textEn, textVi) = RebasingTexts.Describe(
            made,
            parts.Length,
            divided.Length,
            divided.Select(part => part.Share.Method),
            missing.Length,
            pieces.Length);
        return new RebasingNote
        {
            Boundaries = boundaries,
            Method = divided.Select(part => part.Share.Method).DefaultIfEmpty(ShareMethod.Whole).Max(),
            Basis = parts.Select(part => part.Share.Basis).DefaultIfEmpty(ShareBasis.Official).Max(),
            Sources = parts.Length,
            DividedSources = divided.Length,
            DividedShare = made.DividedShare,
            StandardError = made.StandardError,
            Lower = made.Lower,
            Upper = made.Upper,
            Missing = missing,
            ReasonCode = made.ReasonCode,
            TextEn = textEn,
            TextVi = textVi,
        };
    }
}
