using System.Globalization;
using Twin.Model.Demo;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Demo;

public sealed class DemoGeneratorTests
{
    private const int Communes = 80;
    private const int Seed = 31;

    private static readonly TimePeriod First = Period("2022-01");
    private static readonly TimePeriod Last = Period("2024-12");
    private static readonly CityDefinition City = Create() with { Tree = Tree(), Indicators = Catalog() };
    private static readonly DemoProfile Fiber =
        Profile("FIBER", 66, 78.6, 88.5, 2_850) with { Spread = 0.75, Noise = 0.01 };

    private static readonly DemoProfile[] Profiles =
    [
        Fiber,
        Profile("RATING", 3, 5, 8, 100) with { Noise = 0.2, Season = 0.2 },
        Profile("DONE", 0, 0.5, 1, 0),
        Profile("CLINICS", 0.1, 0.5, 0.9, 0),
        Profile("QUARTERLY", 24, 17, 9, 0) with { Noise = 1.5 },
    ];

    private static readonly ObservationBatch[] Batches =
        [.. new DemoGenerator(City, Profiles, Seed).Generate(First, Last)];

    private static IEnumerable<Observation> All => Batches.SelectMany(b => b.Observations);

    [Fact]
    public void The_same_seed_gives_the_same_observations_bit_for_bit()
    {
        ObservationBatch[] again = [.. new DemoGenerator(City, Profiles, Seed).Generate(First, Last)];

        Assert.Equal(Batches.Length, again.Length);
        for (var i = 0; i < Batches.Length; i++)
        {
            Assert.Equal(Batches[i].Unit, again[i].Unit);
            Assert.Equal(Batches[i].Observations.AsEnumerable(), again[i].Observations);
        }
    }

    [Fact]
    public void Another_seed_gives_other_observations()
    {
        var other = new DemoGenerator(City, Profiles, Seed + 1).Generate(First, Last).SelectMany(b => b.Observations);

        Assert.NotEqual(All, other);
    }

    [Fact]
    public void Every_observation_satisfies_the_rules_and_is_marked_as_demo()
    {
        var rules = new ObservationRules(City.Tree, City.Indicators);
        var now = Instant("2025-12-31T00:00:00");
        foreach (var batch in Batches)
        {
            Assert.Equal(DemoGenerator.Source, batch.Reporter);
            Assert.InRange(batch.Observations.Length, 1, ObservationBatch.MaxObservations);
            foreach (var observation in batch.Observations)
            {
                Assert.Null(rules.Check(batch.Unit, observation, now));
                Assert.Equal(ObservationStatus.Demo, observation.Status);
                Assert.Equal(DemoGenerator.Source, observation.Source);
            }
        }
    }

    [Fact]
    public void There_is_one_batch_a_unit_in_the_order_of_codes_and_of_result_times()
    {
        Assert.Equal(Batches.Select(b => b.Unit).Distinct().Order(), Batches.Select(b => b.Unit));
        Assert.Equal(Communes, Batches.Length);
        Assert.All(
            Batches.Select(b => b.Observations.Select(o => o.ResultTime)),
            times => Assert.Equal(times.Order(), times));
    }

    [Theory]
    [InlineData("2022-01", 66)]
    [InlineData("2024-12", 88.5)]
    public void When_all_have_reported_the_city_stands_at_the_profile_but_for_rounding(string month, double expected)
    {
        var compared = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var figure = CityFigure(seed, Fiber, Period(month));
            if (figure.Reported == Communes)
            {
                // Each commune's numerator is rounded to a whole household.
                var tolerance = 100 * 0.5 * Communes / figure.Denominator;
                var shown = Aggregation.ValueOf(AggregationKind.RatioOfSums, 100, figure).GetValueOrDefault();
                Assert.InRange(shown, expected - tolerance, expected + tolerance);
                compared++;
            }
        }

        Assert.True(compared > 0, "In no seed did every commune report.");
    }

    [Fact]
    public void A_year_in_the_city_stands_where_the_profile_says_for_the_due_date()
    {
        var figure = CityFigure(Seed, Fiber, Period("2022-12"));

        // Month lengths put the twelfth month a day off its share of the way, and some communes have not reported.
        var shown = Aggregation.ValueOf(AggregationKind.RatioOfSums, 100, figure).GetValueOrDefault();
        Assert.InRange(shown, 78.6 - 1, 78.6 + 1);
    }

    [Fact]
    public void Some_reports_are_late_some_missing_and_some_corrected()
    {
        var fiber = Batches.SelectMany(b => b.Observations.Where(o => o.Indicator == Fiber.Indicator)
            .Select(o => (b.Unit, Observation: o))).ToArray();
        var cells = fiber.GroupBy(o => (o.Unit, o.Observation.Period)).ToArray();

        var missing = 1 - (cells.Length / (36.0 * Communes));
        var late = cells.Count(c => c.Min(o => Days(o.Observation)) >= 20) / (double)cells.Length;
        var corrected = cells.Count(c => c.Count() == 2) / (double)cells.Length;

        Assert.InRange(missing, 0.01, 0.05);
        Assert.InRange(late, 0.03, 0.12);
        Assert.InRange(corrected, 0.005, 0.04);
        Assert.DoesNotContain(cells, c => c.Count() > 2);
    }

    [Fact]
    public void A_correction_comes_later_and_raises_the_value()
    {
        var corrected = Batches.SelectMany(b => b.Observations.GroupBy(o => (b.Unit, o.Indicator, o.Period)))
            .Where(g => g.Count() > 1).ToArray();

        Assert.NotEmpty(corrected);
        Assert.All(corrected, g =>
        {
            var (first, second) = (g.First(), g.Last());
            Assert.True(first.ResultTime < second.ResultTime);
            Assert.True(first.Value < second.Value);
        });
    }

    [Fact]
    public void Denominators_swing_with_the_year_where_the_profile_says_so()
    {
        double Mean(string month) => All.Where(o => o.Indicator == Indicator("RATING") && o.Period == Period(month))
            .Average(o => o.Denominator.GetValueOrDefault());

        Assert.True(Mean("2023-02") < 0.95 * Mean("2023-06"));
        Assert.True(Mean("2023-12") > 1.05 * Mean("2023-06"));
    }

    [Fact]
    public void Official_populations_carry_through_to_denominators()
    {
        var fiber = All.First(o => o.Indicator == Fiber.Indicator);

        // The first commune has 20,000 inhabitants: twice 2,850 households.
        Assert.Equal(5_700, fiber.Denominator);
    }

    [Fact]
    public void A_quarterly_indicator_is_reported_by_quarters()
    {
        var periods = All.Where(o => o.Indicator == Indicator("QUARTERLY")).Select(o => o.Period).Distinct().Order();

        Assert.Equal(12, periods.Count());
        Assert.All(periods, p => Assert.Equal(PeriodFrequency.Quarter, p.Frequency));
    }

    [Fact]
    public void One_month_alone_has_the_first_value_of_the_profile()
    {
        var batches = new DemoGenerator(City, Profiles, Seed).Generate(First, First).ToArray();

        Assert.NotEmpty(batches);
        Assert.All(batches.SelectMany(b => b.Observations), o => Assert.True(double.IsFinite(o.Value)));
        var fiber = batches.SelectMany(b => b.Observations).Where(o => o.Indicator == Fiber.Indicator).ToArray();
        Assert.InRange(100 * fiber.Sum(o => o.Value) / fiber.Sum(o => o.Denominator.GetValueOrDefault()), 65, 67);
    }

    [Fact]
    public void On_either_side_of_the_reform_those_report_who_stand_then()
    {
        var city = Create();
        var batches = new DemoGenerator(city, [Fiber], Seed).Generate(Period("2025-01"), Period("2025-12"));

        foreach (var batch in batches)
        {
            Assert.All(batch.Observations, o => Assert.NotNull(city.Tree.Find(batch.Unit, o.Period.End)));
        }
    }

    [Fact]
    public void No_profile_gives_no_observation_and_a_profile_without_indicator_is_an_error()
    {
        var unknown = Fiber with { Indicator = Indicator("UNKNOWN") };

        Assert.Empty(new DemoGenerator(City, [], Seed).Generate(First, Last));
        Assert.Throws<InvalidOperationException>(
            () => new DemoGenerator(City, [unknown], Seed).Generate(First, Last).ToArray());
    }

    private static double Days(Observation observation) =>
        (observation.ResultTime.UtcDateTime - observation.Period.End.ToDateTime(new TimeOnly(10, 0))).TotalDays;

    private static Aggregate CityFigure(int seed, DemoProfile profile, TimePeriod month)
    {
        var recompute = new BatchRecompute(City.Tree, City.Indicators);
        var sequence = 1L;
        foreach (var batch in new DemoGenerator(City, [profile], seed).Generate(First, Last))
        {
            recompute.Add(new LoggedBatch(sequence, Instant("2026-01-01T00:00:00"), batch));
            sequence += batch.Observations.Length;
        }

        Assert.True(City.Indicators.TryGet(profile.Indicator, out var indicator));
        return recompute.Compute(Code("31"), indicator, month);
    }

    private static DemoProfile Profile(string code, double first, double atDue, double last, double perTenThousand) =>
        new()
        {
            Indicator = Indicator(code),
            First = first,
            AtDue = atDue,
            Last = last,
            DenominatorPerTenThousand = perTenThousand,
            Spread = 0,
            Noise = 0,
        };

    private static AdministrativeTree Tree()
    {
        var city = Create().Tree.Find(Code("31"), Last.End)!; // The test city has it on every day from 2020.
        var communes = Enumerable.Range(10_000, Communes).Select(code => city with
        {
            Code = Code(code.ToString(CultureInfo.InvariantCulture)),
            Level = AdministrativeLevel.Commune,
            KindVi = code % 3 == 0 ? "Phường" : "Xã",
            UpperUnit = city.Code,
            Population = code == 10_000 ? 20_000 : null,
        });
        return new AdministrativeTree([city, .. communes]);
    }

    private static IndicatorCatalog Catalog()
    {
        var clinics = Create().Indicators.Items.Single(i => i.Code == Indicator("CLINICS"));
        return new IndicatorCatalog(
        [
            .. Create().Indicators.Items,
            clinics with { Code = Indicator("QUARTERLY"), Cadence = "P3M", Aggregation = AggregationKind.Max },
            clinics with
            {
                Code = Indicator("DONE"),
                Numerator = clinics.Numerator with { Kind = MeasureKind.Boolean },
            },
        ]);
    }
}
