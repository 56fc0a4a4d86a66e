using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>
/// The figures that duties make of themselves. They roll up as any other does; nobody reports them.
/// </summary>
public static class DutyIndicators
{
    private static readonly Measure Due = new(
        "REPORTS-DUE", "Báo cáo đến hạn", "Reports due", "reports", MeasureKind.Count);

    /// <summary>Reports that came in time, of those due.</summary>
    public static readonly Indicator Timeliness = Make(
        "REPORTS-ON-TIME", "Tỷ lệ báo cáo đúng hạn", "Share of reports on time", new Measure(
            "REPORTS-RECEIVED-ON-TIME", "Báo cáo đúng hạn", "Reports on time", "reports", MeasureKind.Count));

    /// <summary>Reports that came at all, of those due.</summary>
    public static readonly Indicator Completeness = Make(
        "REPORTS-RECEIVED", "Tỷ lệ báo cáo đã nộp", "Share of reports received", new Measure(
            "REPORTS-RECEIVED-AT-ALL", "Báo cáo đã nộp", "Reports received", "reports", MeasureKind.Count));

    /// <summary>Both.</summary>
    public static readonly ImmutableArray<Indicator> All = [Timeliness, Completeness];

    private static Indicator Make(string code, string nameVi, string nameEn, Measure numerator) => new()
    {
        Code = IndicatorCode.Parse(code, CultureInfo.InvariantCulture),
        NameVi = nameVi,
        NameEn = nameEn,
        UnitOfMeasure = "%",
        Direction = IndicatorDirection.Up,
        ReportingLevel = AdministrativeLevel.Commune,
        Cadence = "P1M",
        Subsystem = "reporting",
        Aggregation = AggregationKind.RatioOfSums,
        Numerator = numerator,
        Denominator = Due,
        Scale = 100,
        Minimum = 0,
        Maximum = 100,
        IsDerived = true,
    };
}
