using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>Figures that a unit works out from its own, with numbers worked out by hand.</summary>
public sealed class DerivedFiguresTests
{
    private static readonly CityDefinition Kinds = CreateOfAllKinds();
    private static readonly TimePeriod July2024 = TimePeriod.Month(2024, 7);

    private readonly List<LoggedBatch> _log = [];

    [Fact]
    public void Growth_is_of_the_level_and_not_the_mean_of_growths()
    {
        // 100 → 150 is 50 % and 900 → 900 is none: of 1,000 the 50 more are 5 %, and not 25 %.
        Report("10001", Observe("REVENUE", June2024, 100), Observe("REVENUE", July2024, 150));
        Report("10004", Observe("REVENUE", June2024, 900), Observe("REVENUE", July2024, 900));

        var growth = Figure("REVENUE-GROWTH", July2024);

        Assert.Equal(5, growth.Value.GetValueOrDefault(), 1e-9);
        Assert.Equal((1050, 1000), (growth.Numerator, growth.Denominator));
        Assert.Equal((2, 6), (growth.Reported, growth.Expected));
    }

    [Fact]
    public void Growth_of_a_share_is_worked_out_from_both_its_parts()
    {
        Report("10001", Observe("FIBER", June2024, 10, 100), Observe("FIBER", July2024, 60, 200));
        Report("10004", Observe("FIBER", June2024, 90, 100), Observe("FIBER", July2024, 90, 100));

        // 100 of 200 is 50 %; 150 of 300 is 50 %.
        Assert.Equal(0, Figure("FIBER-GROWTH", July2024).Value);
    }

    [Theory]
    [InlineData("no level before", null, 150.0)]
    [InlineData("no level now", 100.0, null)]
    [InlineData("nothing to grow from", 0.0, 150.0)]
    public void There_is_no_growth_without_two_levels_or_from_nothing(string name, double? before, double? now)
    {
        if (before is { } level)
        {
            Report("10001", Observe("REVENUE", June2024, level));
        }

        if (now is { } later)
        {
            Report("10001", Observe("REVENUE", July2024, later));
        }

        Assert.True(Figure("REVENUE-GROWTH", July2024).Value is null, name);
        Assert.DoesNotContain(July2024, Derived().Periods(Ordinal("REVENUE-GROWTH")));
    }

    [Fact]
    public void The_coverage_of_growth_is_that_of_the_level_that_fewest_reported()
    {
        Report("10001", Observe("REVENUE", June2024, 1), Observe("REVENUE", July2024, 2));
        Report("10002", Observe("REVENUE", July2024, 2));

        var growth = Figure("REVENUE-GROWTH", July2024);

        Assert.Equal((1, 6), (growth.Reported, growth.Expected));
    }

    [Fact]
    public void Compound_growth_over_two_years_is_the_root_of_the_ratio()
    {
        Report(
            "10001",
            Observe("REVENUE", TimePeriod.Month(2022, 6), 100),
            Observe("REVENUE", TimePeriod.Month(2023, 6), 7), // What lies between does not matter.
            Observe("REVENUE", June2024, 169));

        Assert.Equal(30, Figure("REVENUE-A-YEAR", June2024).Value.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void The_level_of_a_year_is_that_of_all_its_months()
    {
        var yearly = Kinds.Indicators.Items.Single(i => i.Code == Indicator("REVENUE-GROWTH")) with
        {
            Code = Indicator("YEARLY"),
            Cadence = "P1Y",
        };
        var catalog = new IndicatorCatalog(Kinds.Indicators.Items.Append(yearly), Kinds.Indicators.Dimensions);
        for (var month = 1; month <= 12; month++)
        {
            Report(
                "10001",
                Observe("REVENUE", TimePeriod.Month(2022, month), 10),
                Observe("REVENUE", TimePeriod.Month(2023, month), 12));
        }

        Report("10001", Observe("REVENUE", TimePeriod.Month(2024, 1), 99));
        Assert.True(catalog.TryGetOrdinal(yearly.Code, out var ordinal));
        var derived = Derived(Kinds with { Indicators = catalog });

        Assert.Equal([Period("2023")], derived.Periods(ordinal)); // 2022 has no year before, 2024 eleven months not.
        Assert.Equal(20, derived.Figure(ordinal, Period("2023")).Value.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void The_months_since_January_are_held_against_the_same_months_of_the_year_before()
    {
        var yearly = Kinds.Indicators.Items.Single(i => i.Code == Indicator("REVENUE-GROWTH")) with { Cadence = "P1Y" };

        Assert.Equal(Period("2023-01-01/P10M"), DerivedPeriods.Before(yearly, Period("2024-01-01/P10M")));
        Assert.Equal(Period("2025-01-01/P2M"), DerivedPeriods.After(yearly, Period("2024-01-01/P2M")));
        Assert.Null(DerivedPeriods.Before(yearly, Period("1900")));
    }

    [Fact]
    public void The_weakest_member_is_found_within_the_unit()
    {
        // In 10001 VNPT is weaker, in 10004 Viettel: in the city VNPT, with 40 of 200, is.
        Report("10001", Fiber(10, 100, "VNPT"), Fiber(90, 100, "VIETTEL"));
        Report("10004", Fiber(30, 100, "VNPT"), Fiber(20, 100, "VIETTEL"));

        var weakest = Figure("WEAKEST", June2024);
        var strongest = Figure("STRONGEST", June2024);

        Assert.Equal((20.0, 40.0, 200.0), (weakest.Value, weakest.Numerator, weakest.Denominator));
        Assert.Equal(55, strongest.Value);
        Assert.Equal((2, 2), (weakest.Reported, weakest.Expected)); // Members, and not units.
    }

    [Fact]
    public void Members_without_a_figure_are_left_out_and_told_by_the_coverage()
    {
        Report("10001", Fiber(10, 100, "VNPT"));

        var weakest = Figure("WEAKEST", June2024);

        Assert.Equal(10, weakest.Value);
        Assert.Equal((1, 2), (weakest.Reported, weakest.Expected));
    }

    [Fact]
    public void An_index_weighs_the_scores_of_its_components_at_any_depth()
    {
        Report(
            "10001",
            Observe("FIBER", June2024, 80, 100), // 0.8 of 2
            Observe("MIDDLE", June2024, 0.4), // 0.4 of 0.5
            Observe("RATING", June2024, 6, 10), // 6 of 8 is 0.75 of 3
            Observe("WORST", June2024, 0)); // half way is 0.5 of 1

        Assert.Equal(100 * 2.75 / 4, Figure("SUB-INDEX", June2024).Value.GetValueOrDefault(), 1e-9);
        var index = Figure("INDEX", June2024);
        Assert.Equal(100 * (1.6 + 0.2 + 0.6875) / 3.5, index.Value.GetValueOrDefault(), 1e-9);
        Assert.Equal((4, 4), (index.Reported, index.Expected)); // Inputs, with those of the index within.
        Assert.Equal(3.5, index.Denominator.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void Scores_end_at_none_and_at_all()
    {
        var component = new CompositeComponent
        {
            Indicator = Indicator("FIBER"),
            Weight = 1,
            Normalization = ComponentNormalization.MinMax,
            Low = 20,
            High = 10,
            Version = "1",
            ValidFrom = Day("2020-01-01"),
        };

        Assert.Equal([0, 0, 0.5, 1, 1], new double[] { 25, 20, 15, 10, 5 }.Select(component.ScoreOf));
        var target = component with { Normalization = ComponentNormalization.TargetRatio };
        Assert.Equal([0, 0.5, 1, 1], new double[] { -5, 5, 10, 20 }.Select(target.ScoreOf));
        Assert.Equal(-7, (component with { Normalization = ComponentNormalization.AsIs }).ScoreOf(-7));
    }

    [Fact]
    public void What_becomes_of_missing_components_is_for_the_index_to_say()
    {
        Report("10001", Observe("RATING", June2024, 8, 10), Observe("FIBER", June2024, 50, 100));

        Assert.Equal(75, Figure("SUB-INDEX", June2024).Value.GetValueOrDefault(), 1e-9); // The other counts as zero.
        var index = Figure("INDEX", June2024); // The other is left out: (2 × 0.5 + 0.75) / 3.
        Assert.Equal(100 * 1.75 / 3, index.Value.GetValueOrDefault(), 1e-9);
        Assert.Equal((2, 4), (index.Reported, index.Expected));
        Assert.Null(Figure("YEAR-INDEX", Period("2024")).Value); // Clinics are missing, and it refuses.
    }

    [Fact]
    public void A_longer_period_takes_the_latest_of_what_stands_and_all_of_what_flows()
    {
        for (var month = 1; month <= 12; month++)
        {
            Report(
                "10001",
                Observe("FIBER", TimePeriod.Month(2024, month), month, 100),
                Observe("CLINICS", TimePeriod.Month(2024, month), 50));
        }

        // 12 % is 0.12; 600 of 1,000 is 0.6.
        Assert.Equal(36, Figure("YEAR-INDEX", Period("2024")).Value.GetValueOrDefault(), 1e-9);
        Assert.Equal([Period("2024")], Derived().Periods(Ordinal("YEAR-INDEX")));
    }

    [Fact]
    public void An_index_is_made_of_the_version_in_force_on_the_last_day_of_the_period()
    {
        var index = Kinds.Indicators.Items.Single(i => i.Code == Indicator("INDEX"));
        var parts = ((Derivation.Composite)index.Derivation!).Components; // An index is a composite.
        var versioned = index with
        {
            Code = Indicator("VERSIONED"),
            Derivation = new Derivation.Composite(
                [
                    parts[0] with { ValidTo = Day("2024-06-29") },
                    parts[1] with { ValidFrom = Day("2024-06-30"), Version = "2" },
                ],
                MissingComponents.Refuse),
        };
        var catalog = new IndicatorCatalog(Kinds.Indicators.Items.Append(versioned), Kinds.Indicators.Dimensions);
        Assert.True(catalog.TryGetOrdinal(versioned.Code, out var ordinal));
        foreach (var period in (TimePeriod[])[TimePeriod.Month(2024, 5), June2024])
        {
            Report("10001", Observe("FIBER", period, 80, 100), Observe("MIDDLE", period, 0.1));
        }

        var derived = Derived(Kinds with { Indicators = catalog });

        Assert.Equal(80, derived.Figure(ordinal, TimePeriod.Month(2024, 5)).Value.GetValueOrDefault(), 1e-9);
        Assert.Equal(10, derived.Figure(ordinal, June2024).Value.GetValueOrDefault(), 1e-9);
    }

    [Fact]
    public void A_change_of_an_input_changes_all_that_is_made_from_it()
    {
        var changed = DerivedFigures.Dependents(Kinds.Indicators, Ordinal("FIBER"), June2024)
            .Select(one => $"{Kinds.Indicators[one.Indicator].Code} {one.Period}").Distinct(StringComparer.Ordinal);

        Assert.Equal(
            [
                "FIBER-GROWTH 2024-06", "FIBER-GROWTH 2024-07", "INDEX 2024-06", "STRONGEST 2024-06",
                "WEAKEST 2024-06", "YEAR-INDEX 2024",
            ],
            changed.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Contains(
            (Ordinal("INDEX"), June2024),
            DerivedFigures.Dependents(Kinds.Indicators, Ordinal("RATING"), June2024)); // By way of the index within.
    }

    [Fact]
    public void What_a_figure_needs_of_the_past_is_all_that_rolls_up_into_it()
    {
        Report("10001", Observe("FIBER", TimePeriod.Month(2024, 3), 1, 2), Observe("CLINICS", July2024, 3));

        var needs = Derived().Needs(Ordinal("YEAR-INDEX"), Period("2024"))
            .Select(need => $"{Kinds.Indicators[need.Indicator].Code} {need.Period}");

        Assert.Equal(
            ["CLINICS 2024", "CLINICS 2024-07", "FIBER 2024", "FIBER 2024-03"],
            needs.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static Observation Fiber(double covered, double households, string operatorCode) =>
        Observe("FIBER", June2024, covered, households).Of($"OPERATOR={operatorCode}");

    private static int Ordinal(string code)
    {
        Assert.True(Kinds.Indicators.TryGetOrdinal(Indicator(code), out var ordinal));
        return ordinal;
    }

    private void Report(string unit, params Observation[] observations)
    {
        var first = _log.Count == 0 ? 1 : _log[^1].LastSequence + 1;
        _log.Add(new LoggedBatch(
            first, Instant("2025-01-01T00:00:00"), new ObservationBatch(Code(unit), "test", null, [.. observations])));
    }

    private Rollup Figure(string code, TimePeriod period) => Derived().Figure(Ordinal(code), period, Breakdown.None);

    private DerivedFigures Derived(CityDefinition? city = null)
    {
        var recompute = new BatchRecompute((city ?? Kinds).Tree, (city ?? Kinds).Indicators);
        _log.ForEach(recompute.Add);
        return new DerivedFigures(
            Code("31"),
            (city ?? Kinds).Indicators,
            new RecomputedFigures(
                city ?? Kinds, recompute, Code("31"), RecomputedFigures.PeriodsOf(recompute)));
    }
}
