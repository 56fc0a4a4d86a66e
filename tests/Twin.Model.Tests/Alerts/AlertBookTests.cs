using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Twin.Model.Alerts;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Alerts;

public sealed class AlertBookTests
{
    private static readonly DateTimeOffset Start = Instant("2025-01-10T00:00:00");
    private static readonly AlertRule Low = Rule("low", isAbove: false, raiseAt: 60, clearAt: 65);

    private AlertBook _book = new(Code("10001"), [], [], 0);

    public static TheoryData<string, string, string> Series => new()
    {
        { "never beyond", "70 65 61 60", "" },
        { "beyond", "70 59", "raised" },
        { "at the number is not beyond it", "60", "" },
        { "noise inside the band after it was raised", "59 61 62 59 64 58 64", "raised" },
        { "back at the other number", "59 64 65", "raised resolved" },
        { "beyond again soon after", "59 65 59", "raised resolved reopened" },
        { "noise around the number to clear at", "59 65 64 65 64", "raised resolved" },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Readings_make_events_by_hysteresis(string why, string measures, string events)
    {
        var now = Start;
        foreach (var measure in measures.Split(' '))
        {
            now += TimeSpan.FromHours(1);
            Read(Low, double.Parse(measure, CultureInfo.InvariantCulture), now);
        }

        var happened = _book.Alerts.SelectMany(alert => alert.Events)
            .Select(one => one.Kind.ToString().ToLowerInvariant());
        Assert.Equal((why, events), (why, string.Join(' ', happened)));
        Assert.True(_book.Alerts.Count <= 1);
    }

    [Fact]
    public void Noise_inside_the_band_changes_nothing_whatever_it_is()
    {
        var inside = Gen.Choose(6001, 6499).Select(n => n / 100.0).ArrayOf();
        Prop.ForAll(Arb.From(inside), noise =>
        {
            foreach (var isActive in (bool[])[false, true])
            {
                var book = new AlertBook(Code("10001"), [], [], 0);
                book.Read([Reading(Low, isActive ? 59 : 70)], Start);
                var before = book.Alerts.SelectMany(alert => alert.Events).Count();
                var now = Start;
                foreach (var measure in noise)
                {
                    Assert.False(book.Read([Reading(Low, measure)], now += TimeSpan.FromMinutes(5)));
                }

                Assert.Equal(before, book.Alerts.SelectMany(alert => alert.Events).Count());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20_250_701, 4_127));
    }

    [Fact]
    public void A_debounced_rule_waits_until_the_number_has_stayed_beyond()
    {
        var slow = Low with { Debounce = TimeSpan.FromHours(24) };
        Read(slow, 50, Start);
        Read(slow, 50, Start.AddHours(23));
        Assert.Empty(_book.Alerts);

        Read(slow, 70, Start.AddHours(23.5)); // Back for a moment: it waits anew.
        Read(slow, 50, Start.AddHours(24));
        Read(slow, 50, Start.AddHours(47));
        Assert.Empty(_book.Alerts);

        Read(slow, 50, Start.AddHours(48));
        Assert.Equal(AlertState.Raised, Assert.Single(_book.Alerts).State);
    }

    [Fact]
    public void A_silenced_reading_raises_nothing_and_clears_nothing()
    {
        _book.Read([Reading(Low, 50) with { IsSilenced = true }], Start);
        Assert.Empty(_book.Alerts);

        Read(Low, 50, Start);
        _book.Read([Reading(Low, 90) with { IsSilenced = true }], Start.AddHours(1));
        Assert.True(Assert.Single(_book.Alerts).IsActive);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_restart_at_any_step_neither_loses_nor_repeats_an_alert(int seed)
    {
        var random = new Random(seed);
        var steady = new AlertBook(Code("10001"), [], [], 0);
        var told = new List<string>();
        var slow = Low with { Id = "slow", Debounce = TimeSpan.FromHours(3) };
        AlertRule[] rules = [Low, Rule("high", true, 90, 80), slow];
        var now = Start;
        for (var step = 0; step < 500; step++)
        {
            now += TimeSpan.FromMinutes(random.Next(1, 120));
            AlertReading[] readings = [.. rules.Select(rule => Reading(rule, random.Next(40, 110)))];
            steady.Read(readings, now);
            _book.Read(readings, now);
            told.AddRange(_book.TakeNotices().Select(notice => notice.Id));
            if (random.Next(3) == 0)
            {
                _book = new AlertBook(Code("10001"), _book.Tracks, _book.Alerts, _book.Raised);
            }
        }

        Assert.Equal(steady.TakeNotices().Select(notice => notice.Id), told, StringComparer.Ordinal);
        Assert.Equal(told.Count, told.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(steady.Alerts.Select(a => (a.Id, a.State)), _book.Alerts.Select(a => (a.Id, a.State)));
        Assert.True(told.Count > 50);
    }

    [Fact]
    public void A_person_takes_it_through_its_life()
    {
        Read(Low, 50, Start);
        var id = _book.Alerts[0].Id;

        Assert.Null(_book.Act(id, AlertEventKind.Acknowledged, "Lan", "", Start.AddHours(1)));
        Assert.Null(_book.Act(id, AlertEventKind.Assigned, "Lan", "Minh", Start.AddHours(2)));
        Assert.Null(_book.Act(id, AlertEventKind.Commented, "Minh", "Đang xem", Start.AddHours(3)));
        Assert.Equal((AlertState.Assigned, "Minh"), (_book.Alerts[0].State, _book.Alerts[0].Assignee));

        Assert.Equal("conflict", _book.Act(id, AlertEventKind.Reopened, "Lan", "", Start.AddHours(4))?.Code);
        Assert.Null(_book.Act(id, AlertEventKind.Resolved, "Minh", "Xong", Start.AddHours(5)));
        Assert.Equal("conflict", _book.Act(id, AlertEventKind.Assigned, "Lan", "Hà", Start.AddHours(6))?.Code);
        Assert.Equal("not_found", _book.Act("10001-9", AlertEventKind.Resolved, "Lan", "", Start)?.Code);

        // It still stands, and somebody said that it is over: nothing is raised until it has cleared.
        Read(Low, 50, Start.AddHours(7));
        Assert.Equal(AlertState.Resolved, _book.Alerts[0].State);
        Read(Low, 70, Start.AddHours(8));
        Read(Low, 50, Start.AddHours(9));
        Assert.Equal(AlertState.Raised, Assert.Single(_book.Alerts).State);
    }

    [Fact]
    public void After_a_week_another_is_raised_and_not_the_old_one_reopened()
    {
        Read(Low, 50, Start);
        Read(Low, 70, Start.AddDays(1));
        Read(Low, 50, Start.AddDays(9));

        Assert.Equal(["10001-1", "10001-2"], _book.Alerts.Select(alert => alert.Id), StringComparer.Ordinal);
    }

    [Fact]
    public void What_nobody_looks_at_is_shown_one_level_up_each_time_its_delay_has_passed()
    {
        var rule = Low with { EscalateAfter = TimeSpan.FromDays(3) };
        var rules = new Dictionary<string, AlertRule>(StringComparer.Ordinal) { [rule.Id] = rule };
        AdministrativeUnitCode[] above = [Code("301"), Code("31")];
        Read(rule, 50, Start);

        Assert.False(_book.Escalate(rules, above, Start.AddDays(2.9)));
        Assert.True(_book.Escalate(rules, above, Start.AddDays(3)));
        Assert.Equal(Code("301"), _book.Alerts[0].EscalatedTo);
        Assert.False(_book.Escalate(rules, above, Start.AddDays(4)));
        Assert.True(_book.Escalate(rules, above, Start.AddDays(7)));
        Assert.Equal(Code("31"), _book.Alerts[0].EscalatedTo);
        Assert.False(_book.Escalate(rules, above, Start.AddDays(30)));

        _book.Act(_book.Alerts[0].Id, AlertEventKind.Acknowledged, "Lan", "", Start.AddDays(31));
        Assert.False(_book.Escalate(rules, above, Start.AddDays(60)));
    }

    [Fact]
    public void Only_so_many_alerts_are_kept_and_the_open_ones_stay()
    {
        for (var i = 0; i < AlertBook.MaxAlerts + 5; i++)
        {
            var rule = Low with { Id = FormattableString.Invariant($"low-{i}") };
            Read(rule, 50, Start);
            if (i > 0)
            {
                Read(rule, 70, Start.AddMinutes(i));
            }
        }

        Assert.Equal(AlertBook.MaxAlerts, _book.Alerts.Count);
        Assert.Equal("10001-1", _book.Alerts[0].Id);
    }

    private static AlertRule Rule(string id, bool isAbove, double raiseAt, double clearAt) => new()
    {
        Id = id,
        Kind = AlertRuleKind.Threshold,
        NameVi = id,
        NameEn = id,
        Levels = [AdministrativeLevel.Commune],
        IsAbove = isAbove,
        RaiseAt = raiseAt,
        ClearAt = clearAt,
        Severity = AlertSeverity.Warning,
        ValidFrom = new DateOnly(2024, 1, 1),
    };

    private static AlertReading Reading(AlertRule rule, double measure) =>
        new(rule, "FIBER", measure, June2024, "lý do", "reason");

    private void Read(AlertRule rule, double measure, DateTimeOffset now) => _book.Read([Reading(rule, measure)], now);
}
