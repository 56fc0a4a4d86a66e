using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Plans;

/// <summary>Targets and figures that tests of plans are made from.</summary>
internal static class PlanExamples
{
    private static readonly IndicatorCatalog Catalog = Create().Indicators;

    /// <summary>A share in percent, made of two counts.</summary>
    public static Indicator Share { get; } = Catalog.Items.Single(i => i.Code == Indicator("FIBER"));

    /// <summary>A plain amount.</summary>
    public static Indicator Amount { get; } = Catalog.Items.Single(i => i.Code == Indicator("REVENUE"));

    /// <summary>A mean of ratings.</summary>
    public static Indicator Rating { get; } = Catalog.Items.Single(i => i.Code == Indicator("RATING"));

    /// <summary>A target with a value and perhaps a due date.</summary>
    public static Target Goal(TargetComparator comparator, double? value, string? due = null, double? max = null) =>
        new()
        {
            Id = "T-1",
            PlanId = "P-1",
            Section = "II.1",
            Kind = TargetKind.Target,
            Tiers = ["city"],
            Levels = [AdministrativeLevel.City],
            Indicator = Share.Code,
            NameVi = "Chỉ tiêu",
            NameEn = "Target",
            Comparator = comparator,
            Value = value,
            ValueMax = max,
            DueDate = due is null ? null : Day(due),
        };

    /// <summary>Holds a target against a series, as seen on the last day of its last period.</summary>
    public static TargetAssessment Assess(Target target, Indicator indicator, IReadOnlyList<Rollup> series) =>
        TargetRules.Assess(
            target, indicator, series, series.Select(f => f.Period.End).DefaultIfEmpty(Day("2024-06-30")).Max());

    /// <summary>A unit of a level.</summary>
    public static AdministrativeUnit Unit(string code, AdministrativeLevel level) => new()
    {
        Code = Code(code),
        Level = level,
        KindVi = "Phường",
        NameVi = code,
        NameAscii = code,
        NameEn = code,
        ValidFrom = Day("2020-01-01"),
    };

    /// <summary>A figure of a share: numerator of denominator.</summary>
    public static Rollup Of(string period, double numerator, double denominator) =>
        Figure(Share, period, new Aggregate(numerator, denominator, 1, 0, 0));

    /// <summary>A figure of an amount.</summary>
    public static Rollup Value(string period, double value) => Figure(Amount, period, new Aggregate(value, 0, 1, 0, 0));

    /// <summary>A figure for which nobody reported.</summary>
    public static Rollup Nothing(string period) => Figure(Amount, period, Aggregate.None);

    /// <summary>A figure of an indicator.</summary>
    public static Rollup Figure(Indicator indicator, string period, Aggregate aggregate) => new(
        Code("31"),
        indicator.Code,
        Period(period),
        Aggregation.ValueOf(indicator.Aggregation, indicator.Scale, aggregate),
        aggregate.Numerator,
        indicator.HasDenominator ? aggregate.Denominator : null,
        1,
        aggregate.Reported,
        0,
        null,
        1);
}
