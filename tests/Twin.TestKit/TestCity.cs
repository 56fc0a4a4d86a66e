using System.Globalization;
using Twin.Model;
using Twin.Model.Agencies;
using Twin.Model.Alerts;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.TestKit;

/// <summary>
/// A city small enough to reckon by hand. Until 30 June 2025: city 31, districts 301 (communes 10001–10003) and 302
/// (10004–10006). From 1 July 2025: city 31 with communes 10001 (a new unit under an old code), 20001, 20002.
/// </summary>
public static class TestCity
{
    /// <summary>The agency that owns the indicator FIBER and its targets.</summary>
    public const string Department = "A-1";

    /// <summary>The last day of three tiers.</summary>
    public static readonly DateOnly LastDayOfThreeTiers = new(2025, 6, 30);

    /// <summary>A month on three tiers.</summary>
    public static readonly TimePeriod June2024 = TimePeriod.Month(2024, 6);

    private static readonly Measure Households = new("HOUSEHOLDS", "Hộ", "Households", "households", MeasureKind.Count);
    private static readonly Measure Covered = new("COVERED", "Hộ có cáp", "Covered", "households", MeasureKind.Count);
    private static readonly Measure Rating = new("RATING", "Điểm", "Rating", "points", MeasureKind.Rate);
    private static readonly Measure Money = new("MONEY", "Tiền", "Money", "billion VND", MeasureKind.Amount);

    /// <summary>The code of a unit.</summary>
    public static AdministrativeUnitCode Code(string code) =>
        AdministrativeUnitCode.Parse(code, CultureInfo.InvariantCulture);

    /// <summary>The code of an indicator.</summary>
    public static IndicatorCode Indicator(string code) => IndicatorCode.Parse(code, CultureInfo.InvariantCulture);

    /// <summary>An observation with a result time of its period's end plus some minutes.</summary>
    public static Observation Observe(
        string indicator,
        TimePeriod period,
        double value,
        double? denominator = null,
        int minutes = 0,
        ObservationStatus status = ObservationStatus.Normal) =>
        new(
            Indicator(indicator),
            period,
            value,
            denominator,
            status,
            new DateTimeOffset(period.End.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minutes),
            "test");

    /// <summary>The same observation of a part of the total.</summary>
    public static Observation Of(this Observation observation, string breakdown) =>
        observation with { Breakdown = Breakdown.Parse(breakdown) };

    /// <summary>
    /// A breakdown by any of the dimensions of an indicator; the total where it has none, and now and then besides.
    /// </summary>
    public static Breakdown AnyBreakdown(IndicatorCatalog indicators, Indicator indicator, Random random)
    {
        var members = new List<DimensionMember>();
        // What counts members names one, but for now and then one that nobody can count.
        foreach (var code in indicator.Dimensions.Where(
            one => string.Equals(one, indicator.Catalogue, StringComparison.Ordinal)
                ? random.Next(12) > 0
                : random.Next(3) == 0))
        {
            if (indicators.Dimensions.TryGet(code, out var dimension))
            {
                members.Add(new DimensionMember(code, dimension.Members[random.Next(dimension.Members.Length)].Code));
            }
        }

        return Breakdown.Of([.. members]);
    }

    /// <summary>The city.</summary>
    public static CityDefinition Create() => new()
    {
        DatasetId = "test",
        Tree = new AdministrativeTree(Units()),
        Indicators = new IndicatorCatalog(Indicators(), Dimensions()),
        Plans = [new Plan("P-2024", null, "2024", "Kế hoạch", "Plan", "Thành phố", Code("31"), true)],
        Targets = [.. Targets()],
        Agencies =
        [
            new Agency
            {
                Id = Department,
                PlanId = "P-2024",
                Section = "V.1",
                NameVi = "Sở Thông tin và Truyền thông",
                NameEn = "Department of Information and Communications",
                Type = "so",
                Level = "city",
                Role = "lead",
            },
        ],
        Successions = [],
    };

    /// <summary>The same city with indicators of every kind.</summary>
    public static CityDefinition CreateOfAllKinds()
    {
        var city = Create();
        return city with
        {
            Indicators = new IndicatorCatalog(
                city.Indicators.Items.Concat(TestIndicators.All()),
                new DimensionCatalog(city.Indicators.Dimensions.Items.Append(TestIndicators.Procedures))),
        };
    }

    /// <summary>The city with the duties of its plan: FIBER by communes, FILES by districts, each month.</summary>
    public static CityDefinition WithDuties() => Create().WithDuties([], VietnamCalendar.Create());

    /// <summary>That city with rules: a low FIBER, a missing report, a stale figure, a feed that is down.</summary>
    public static CityDefinition WithAlerts() => WithDuties() with
    {
        AlertRules =
        [
            Rule("duty-missing", AlertRuleKind.MissingDuty, true, 0, 0),
            Rule("feed-down", AlertRuleKind.Feed, false, 20, 50, AdministrativeLevel.City),
            Rule("fiber-low", AlertRuleKind.Threshold, false, 60, 65) with { Indicator = Indicator("FIBER") },
            Rule("stale", AlertRuleKind.Staleness, true, 45, 40),
        ],
    };

    private static AlertRule Rule(
        string id,
        AlertRuleKind kind,
        bool isAbove,
        double raiseAt,
        double clearAt,
        AdministrativeLevel level = AdministrativeLevel.Commune) => new()
        {
            Id = id,
            Kind = kind,
            NameVi = $"Luật {id}",
            NameEn = $"Rule {id}",
            Levels = [level],
            IsAbove = isAbove,
            RaiseAt = raiseAt,
            ClearAt = clearAt,
            Severity = AlertSeverity.Warning,
            OwnerAgencyId = Department,
            EscalateAfter = TimeSpan.FromDays(3),
            ValidFrom = new DateOnly(2020, 1, 1),
        };

    private static IEnumerable<AdministrativeUnit> Units()
    {
        var start = new DateOnly(2020, 1, 1);
        var reform = LastDayOfThreeTiers.AddDays(1);
        yield return Unit("31", AdministrativeLevel.City, null, start, null);
        yield return Unit("301", AdministrativeLevel.District, "31", start, LastDayOfThreeTiers);
        yield return Unit("302", AdministrativeLevel.District, "31", start, LastDayOfThreeTiers);
        foreach (var code in new[] { "10001", "10002", "10003", "10004", "10005", "10006" })
        {
            var upper = string.CompareOrdinal(code, "10003") <= 0 ? "301" : "302";
            yield return Unit(code, AdministrativeLevel.Commune, upper, start, LastDayOfThreeTiers);
        }

        yield return Unit("10001", AdministrativeLevel.Commune, "31", reform, null);
        yield return Unit("20001", AdministrativeLevel.Commune, "31", reform, null);
        yield return Unit("20002", AdministrativeLevel.Commune, "31", reform, null);
    }

    private static AdministrativeUnit Unit(
        string code, AdministrativeLevel level, string? upper, DateOnly from, DateOnly? to) => new()
        {
            Code = Code(code),
            Level = level,
            KindVi = level == AdministrativeLevel.Commune ? "Phường" : "Quận",
            NameVi = $"Đơn vị {code}",
            NameAscii = $"Don vi {code}",
            NameEn = $"Unit {code}",
            UpperUnit = upper is null ? null : Code(upper),
            ValidFrom = from,
            ValidTo = to,
        };

    private static DimensionCatalog Dimensions() => new(
    [
        Dimension("OPERATOR", "Doanh nghiệp", "Operator", ("VIETTEL", "Viettel"), ("VNPT", "VNPT")),
        Dimension("SIZE_CLASS", "Cỡ", "Size", ("SMALL", "Nhỏ"), ("LARGE", "Lớn")),
    ]);

    private static Dimension Dimension(
        string code, string nameVi, string nameEn, params (string Code, string Name)[] members) => new()
    {
        Code = code,
        NameVi = nameVi,
        NameEn = nameEn,
        Members = [.. members.Select(one => new CodeListItem(one.Code, one.Name, one.Name))],
    };

    private static IEnumerable<Indicator> Indicators() =>
    [
        New("FIBER", AggregationKind.RatioOfSums, Covered, Households, 100, 0, 100) with { Dimensions = ["OPERATOR"] },
        New("CLINICS", AggregationKind.Sum, new("CLINICS", "Trạm", "Clinics", "clinics", MeasureKind.Count))
            with { Dimensions = ["SIZE_CLASS", "OPERATOR"] },
        New("REVENUE", AggregationKind.Sum, Money) with { Dimensions = ["OPERATOR", "SIZE_CLASS"] },
        New("RATING", AggregationKind.WeightedMean, Rating, Households, 1, 0, 10) with { Dimensions = ["OPERATOR"] },
        New("WORST", AggregationKind.Min, Rating) with { Dimensions = ["SIZE_CLASS"] },
        New("BEST", AggregationKind.Max, Rating),
        New("FILES", AggregationKind.RatioOfSums, Covered, Households, 100, 0, 100, AdministrativeLevel.District),
    ];

    private static Indicator New(
        string code,
        AggregationKind aggregation,
        Measure numerator,
        Measure? denominator = null,
        double scale = 1,
        double? minimum = null,
        double? maximum = null,
        AdministrativeLevel level = AdministrativeLevel.Commune) => new()
        {
            Code = Indicator(code),
            NameVi = code,
            NameEn = code,
            UnitOfMeasure = scale > 1 ? "%" : numerator.UnitOfMeasure,
            Direction = IndicatorDirection.Up,
            ReportingLevel = level,
            OwnerAgencyId = OwnerOf(code),
            Cadence = "P1M",
            Aggregation = aggregation,
            Numerator = numerator,
            Denominator = denominator,
            Scale = scale,
            Minimum = minimum,
            Maximum = maximum,
        };

    private static IEnumerable<Target> Targets()
    {
        yield return Target("T-1", "FIBER", TargetComparator.AtLeast, 80, AdministrativeLevel.Commune);
        yield return Target("T-2", "FIBER", TargetComparator.Above, 30, AdministrativeLevel.City);
        yield return Target("T-3", "FILES", TargetComparator.AtLeast, 50, AdministrativeLevel.District);
    }

    private static Target Target(
        string id, string indicator, TargetComparator comparator, double value, AdministrativeLevel level) => new()
        {
            Id = id,
            PlanId = "P-2024",
            Section = "II.1",
            Kind = TargetKind.Target,
            Tiers = [level.ToString().ToLowerInvariant()],
            Levels = [level],
            Indicator = Indicator(indicator),
            NameVi = id,
            NameEn = id,
            Comparator = comparator,
            Value = value,
            DueDate = new DateOnly(2024, 12, 31),
            OwnerAgencyId = OwnerOf(indicator),
        };

    private static string? OwnerOf(string indicator) =>
        string.Equals(indicator, "FIBER", StringComparison.Ordinal) ? Department : null;
}
