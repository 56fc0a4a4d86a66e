using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.TestKit;

/// <summary>Indicators of the kinds that <see cref="TestCity.Create"/> does without.</summary>
internal static class TestIndicators
{
    private static readonly string[] MemberCodes = ["P1", "P2", "P3", "P4", "P5", "P6", "P7"];

    /// <summary>The dimension whose members are counted.</summary>
    public static readonly Dimension Procedures = new()
    {
        Code = "PROCEDURE",
        NameVi = "Thủ tục",
        NameEn = "Procedure",
        Members = [.. MemberCodes.Select(code => new CodeListItem(code, $"Thủ tục {code}", $"Procedure {code}"))],
    };

    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly Measure Rating = new("RATING", "Điểm", "Rating", "points", MeasureKind.Rate);
    private static readonly Measure Done = new("DONE", "Xong", "Done", "yes or no", MeasureKind.Boolean);

    /// <summary>One of every such kind and more.</summary>
    public static IEnumerable<Indicator> All() =>
    [
        New("MIDDLE", AggregationKind.Median, Rating) with { Dimensions = ["SIZE_CLASS"] },
        New("UPPER", AggregationKind.Percentile, Rating) with { Percentile = 90 },
        New("PROCEDURES", AggregationKind.CountDistinct, Done) with { Dimensions = ["PROCEDURE", "OPERATOR"] },
        New("PROCEDURES-ONLINE", AggregationKind.ShareDistinct, Done) with
        {
            Dimensions = ["PROCEDURE"],
            Scale = 100,
        },
        New("ALL-DONE", AggregationKind.All, Done) with { Dimensions = ["SIZE_CLASS"] },
        New("ANY-DONE", AggregationKind.Any, Done) with { Dimensions = ["SIZE_CLASS"] },
        Derived("REVENUE-GROWTH", AggregationKind.Growth, new Derivation.Growth(Code("REVENUE"), 1)),
        Derived("FIBER-GROWTH", AggregationKind.Growth, new Derivation.Growth(Code("FIBER"), 1)),
        Derived("REVENUE-A-YEAR", AggregationKind.CompoundGrowth, new Derivation.CompoundGrowth(Code("REVENUE"), 2)),
        Derived("WEAKEST", AggregationKind.MemberMin, new Derivation.ExtremeMember(Code("FIBER"), "OPERATOR", false)),
        Derived("STRONGEST", AggregationKind.MemberMax, new Derivation.ExtremeMember(Code("FIBER"), "OPERATOR", true)),
        Derived("SUB-INDEX", AggregationKind.Composite, new Derivation.Composite(
            [
                Component("RATING", 3) with { Normalization = ComponentNormalization.TargetRatio, High = 8 },
                Component("WORST", 1) with { Normalization = ComponentNormalization.MinMax, Low = -0.5, High = 0.5 },
            ],
            MissingComponents.Zero)),
        Derived("INDEX", AggregationKind.Composite, new Derivation.Composite(
            [
                Component("FIBER", 2) with { Normalization = ComponentNormalization.MinMax, High = 100 },
                Component("MIDDLE", 0.5),
                Component("SUB-INDEX", 1) with { Normalization = ComponentNormalization.MinMax, High = 100 },
            ],
            MissingComponents.Leave)),
        Derived("YEAR-INDEX", AggregationKind.Composite, new Derivation.Composite(
            [
                Component("FIBER", 1) with { Normalization = ComponentNormalization.MinMax, High = 100 },
                Component("CLINICS", 1) with
                {
                    Normalization = ComponentNormalization.TargetRatio,
                    High = 1_000,
                    Take = ComponentPeriod.WholeYear,
                },
            ],
            MissingComponents.Refuse)) with
        {
            Cadence = "P1Y",
        },
    ];

    private static IndicatorCode Code(string code) => TestCity.Indicator(code);

    private static CompositeComponent Component(string indicator, double weight) => new()
    {
        Indicator = Code(indicator),
        Weight = weight,
        Normalization = ComponentNormalization.AsIs,
        Version = "1",
        ValidFrom = Start,
    };

    private static Indicator Derived(string code, AggregationKind kind, Derivation derivation) =>
        New(code, kind, Rating) with { Derivation = derivation, Scale = 100, UnitOfMeasure = "%" };

    private static Indicator New(string code, AggregationKind aggregation, Measure numerator) => new()
    {
        Code = Code(code),
        NameVi = code,
        NameEn = code,
        UnitOfMeasure = numerator.UnitOfMeasure,
        Direction = IndicatorDirection.Up,
        ReportingLevel = AdministrativeLevel.Commune,
        Cadence = "P1M",
        Aggregation = aggregation,
        Numerator = numerator,
    };
}
