using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Duties;

public sealed class UnitDutiesTests
{
    private static readonly CityDefinition City = WithDuties();

    // June 2024 is due on Wednesday 10 July; on time until 17:00 UTC.
    private static readonly DateTimeOffset InTime = Instant("2024-07-10T16:30:00");
    private static readonly DateTimeOffset TooLate = Instant("2024-07-10T17:00:00");
    private static readonly DateTimeOffset Later = Instant("2024-09-01T00:00:00");

    private readonly RollupTable _table = new(Code("10001"), City.Tree, City.Indicators);
    private readonly UnitHistory _history;
    private readonly UnitDuties _duties;
    private long _sequence;

    public UnitDutiesTests()
    {
        _history = new UnitHistory(_table, City.Indicators);
        _duties = new UnitDuties(Code("10001"), City, _history);
    }

    [Fact]
    public void A_plan_asks_each_level_for_the_figures_of_its_targets()
    {
        Assert.Equal(
            ["P-2024.commune.monthly", "P-2024.district.monthly"],
            City.Duties.Items.Select(duty => duty.Id),
            StringComparer.Ordinal);
        Assert.Equal(Indicator("FIBER"), Assert.Single(City.Duties.Items[0].Indicators));
        Assert.Equal(new DateOnly(2024, 1, 1), City.Duties.Items[0].ValidFrom);
        Assert.Contains(DutyIndicators.Timeliness, City.Indicators.Items);
        Assert.DoesNotContain(DutyIndicators.Timeliness, Create().Indicators.Items);
    }

    [Fact]
    public void A_report_counts_from_when_it_was_first_recorded_whatever_its_result_time()
    {
        Report(InTime, Observe("FIBER", June2024, 8, 10, minutes: 60));
        Assert.Equal(DutyState.Received, June(Later).State);

        Report(TooLate.AddDays(3), Observe("FIBER", June2024, 9, 10, minutes: 90));
        Assert.Equal(DutyState.Corrected, June(Later).State);
        Assert.Equal(InTime, June(Later).ReceivedAt);

        // As of the time between, nothing had been corrected.
        Assert.Equal(DutyState.Received, June(TooLate).State);
        Assert.Equal(DutyState.DueSoon, June(InTime.AddHours(-1)).State);
    }

    [Fact]
    public void A_report_recorded_at_midnight_is_late() =>
        Assert.Equal(DutyState.Late, After(TooLate, ObservationStatus.Normal));

    [Fact]
    public void Demonstration_data_count_as_come_when_they_were_produced() =>
        Assert.Equal(DutyState.Received, After(TooLate.AddYears(2), ObservationStatus.Demo));

    [Fact]
    public void A_withdrawn_report_is_missing()
    {
        Report(InTime, Observe("FIBER", June2024, 8, 10));
        Report(InTime.AddMinutes(1), Observe("FIBER", June2024, 0, null, 5, ObservationStatus.Missing));

        Assert.Equal(DutyState.Missing, June(Later).State);
        Assert.Equal(Indicator("FIBER"), Assert.Single(June(Later).Outstanding));
    }

    [Fact]
    public void What_came_before_it_was_handed_back_counts_for_nothing()
    {
        Report(InTime, Observe("FIBER", June2024, 8, 10));
        var id = June(Later).Id;
        _duties.Mark(id, new DutyMark(DutyMarkKind.Returned, TooLate.AddDays(1), "Sở", "Thiếu phụ lục"));
        Assert.Equal(DutyState.Returned, June(Later).State);
        Assert.Equal(DutyState.Received, June(TooLate).State);

        Report(TooLate.AddDays(2), Observe("FIBER", June2024, 8, 10, 90));
        Assert.Equal(DutyState.Late, June(Later).State);
    }

    [Fact]
    public void A_unit_owes_nothing_for_a_month_at_whose_end_it_did_not_stand()
    {
        var year = new DutyQuery(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
        var district = new UnitDuties(Code("301"), City, _history).Occurrences(year, Later.AddYears(3));

        Assert.Equal(TimePeriod.Month(2025, 6), district[^1].Window.Period);
        Assert.Equal(12, new UnitDuties(Code("10001"), City, _history).Occurrences(year, Later.AddYears(3)).Count);
        Assert.Empty(new UnitDuties(Code("31"), City, _history).Items);
    }

    [Fact]
    public void An_owner_sees_its_own_figures_alone()
    {
        var query = new DutyQuery(new DateOnly(2024, 7, 1), new DateOnly(2024, 7, 31));

        Assert.Single(_duties.Occurrences(query with { AgencyId = Department }, Later));
        Assert.Empty(_duties.Occurrences(query with { AgencyId = "A-2" }, Later));
        Assert.Equal(
            [new DutyGroup(Department, default(DutyTally) with { Missing = 1 })],
            _duties.Tallies(query, DutyGrouping.Agency, Later));
    }

    [Fact]
    public void Its_part_of_the_roll_up_grows_with_deadlines_reports_and_decisions_only()
    {
        _duties.Contribute(_table, June2024, InTime);
        Assert.Empty(_table.Periods(null)); // Nothing is due yet.

        _duties.Contribute(_table, June2024, TooLate);
        var missing = Own();
        Assert.Equal((0, 1), ((int)missing.Aggregate.Numerator, (int)missing.Aggregate.Denominator));

        Report(InTime, Observe("FIBER", June2024, 8, 10));
        _duties.Contribute(_table, June2024, Later);
        var received = Own();
        Assert.Equal((1, 1), ((int)received.Aggregate.Numerator, (int)received.Aggregate.Denominator));
        Assert.True(received.Version > missing.Version);

        _duties.Contribute(_table, June2024, Later);
        Assert.Equal(received, Own());
    }

    [Fact]
    public void Twice_a_month_358_indicators_are_8592_reports_a_year()
    {
        var template = City.Indicators.Items.First(i => i.Code == Indicator("CLINICS"));
        var budget = Enumerable.Range(1, 358).Select(i => template with
        {
            Code = Indicator(FormattableString.Invariant($"BUDGET-{i:D3}")), Cadence = "R2/P1M",
        }).ToArray();
        var terms = new DutyTerms
        {
            PlanId = "P-2024",
            Level = AdministrativeLevel.Commune,
            Cadence = ReportingCadence.TwiceMonthly,
            Indicators = [.. budget.Select(i => i.Code)],
            NameVi = "Thu chi ngân sách",
            NameEn = "Budget",
            Due = DueRule.Default,
            GraceWorkingDays = 0,
            ValidFrom = new DateOnly(2024, 1, 1),
            ValidTo = new DateOnly(2024, 12, 31),
        };
        var city = (Create() with { Indicators = new IndicatorCatalog([.. Create().Indicators.Items, .. budget]) })
            .WithDuties([terms], VietnamCalendar.Create());
        var query = new DutyQuery(
            new DateOnly(2024, 1, 1), new DateOnly(2025, 2, 1), Cadence: ReportingCadence.TwiceMonthly);

        var year = new UnitDuties(Code("10001"), city, _history).Occurrences(query, Later.AddYears(1));

        Assert.Equal(24, year.Count);
        Assert.Equal(8_592, year.Sum(one => one.Tally.Missing));
        Assert.Equal(
            ["2024-01-15", "2024-01-31", "2024-02-15", "2024-02-29"],
            year.Take(4).Select(one => one.Window.Period.ToString()),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_history_gives_what_a_recount_of_the_log_gives(int seed)
    {
        var random = new Random(seed);
        var log = new List<LoggedBatch>();
        var at = Instant("2024-01-01T00:00:00");
        for (var i = 0; i < 400; i++)
        {
            at += TimeSpan.FromHours(random.Next(1, 60));
            var month = TimePeriod.Month(2024, random.Next(1, 13));
            var status = random.Next(6) switch
            {
                0 => ObservationStatus.Missing,
                1 => ObservationStatus.Demo,
                _ => ObservationStatus.Normal,
            };
            log.Add(Report(at, Observe("FIBER", month, 1, 2, random.Next(0, 60_000), status)));
        }

        foreach (var now in (DateTimeOffset[])[Instant("2024-03-01T00:00:00"), TooLate, Later, at, at.AddYears(1)])
        {
            for (var month = 1; month <= 12; month++)
            {
                var period = TimePeriod.Month(2024, month);
                var expected = DutyRecount.Count(log, Indicator("FIBER"), period, now);
                Assert.Equal(expected, _duties.TallyOf(period, now));
            }
        }
    }

    private DutyState After(DateTimeOffset recorded, ObservationStatus status)
    {
        Report(recorded, Observe("FIBER", June2024, 8, 10, 60, status));
        return June(recorded.AddYears(1)).State;
    }

    private AggregateSlot Own()
    {
        Assert.True(City.Indicators.TryGetOrdinal(DutyIndicators.Timeliness.Code, out var ordinal));
        Assert.True(_table.TryGetOwn(ordinal, June2024, out var own));
        return own;
    }

    private DutyOccurrence June(DateTimeOffset now) => Assert.Single(_duties.Occurrences(
        new DutyQuery(new DateOnly(2024, 7, 1), new DateOnly(2024, 7, 31)), now));

    private LoggedBatch Report(DateTimeOffset recorded, Observation observation)
    {
        var logged = new LoggedBatch(
            ++_sequence, recorded, new ObservationBatch(Code("10001"), "tester", null, [observation]));
        _history.Apply(logged);
        return logged;
    }
}
