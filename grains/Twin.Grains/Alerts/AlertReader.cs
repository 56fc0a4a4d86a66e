using System.Collections.Immutable;
using Twin.Grains.Units;
using Twin.Model.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Grains.Alerts;

/// <summary>Asks a unit's grain for what its alert rules look at.</summary>
internal sealed class AlertReader(
    AdministrativeUnitCode code, LiveCity live, IAdministrativeUnitGrain unit, IQualityScores? quality)
{
    // A report that is missing for longer is history, and in no alert any more.
    private const int DutyDays = 62;

    /// <summary>The rules that hold for the unit on a day; none when it does not stand.</summary>
    public ImmutableArray<AlertRule> Rules(DateTimeOffset at)
    {
        var day = VietnamDay.Of(at);
        return live.Definition.Tree.Find(code, day) is { } version
            ? [.. live.Definition.AlertRules.Where(rule => rule.Holds(version.Level, day))]
            : [];
    }

    /// <summary>What rules that depend on figures read.</summary>
    public async Task<List<AlertReading>> ReadFiguresAsync(ImmutableArray<AlertRule> rules)
    {
        var readings = new List<AlertReading>();
        foreach (var rule in rules.Where(rule => rule.Kind == AlertRuleKind.Threshold))
        {
            foreach (var indicator in Indicators(rule))
            {
                var series = await unit.GetSeries(indicator.Code, null, null);
                var latest = series.LastOrDefault(figure => figure.Value is not null);
                Add(readings, AlertReadings.OfFigure(rule, indicator, latest));
            }
        }

        var progress = rules.Where(rule => rule.Kind == AlertRuleKind.Progress).ToArray();
        if (progress.Length > 0)
        {
            var scorecard = await unit.GetScorecard(null);
            foreach (var rule in progress)
            {
                var covered = Indicators(rule).Select(indicator => indicator.Code).ToHashSet();
                foreach (var target in scorecard.Where(one => one.Target.Indicator is { } of && covered.Contains(of)))
                {
                    Add(readings, AlertReadings.OfTarget(rule, target));
                }
            }
        }

        return readings;
    }

    /// <summary>What rules on feeds read; before all others, which they may silence.</summary>
    public async Task<List<AlertReading>> ReadFeedsAsync(ImmutableArray<AlertRule> rules, DateTimeOffset at)
    {
        var readings = new List<AlertReading>();
        foreach (var rule in rules.Where(rule => rule.Kind == AlertRuleKind.Feed))
        {
            foreach (var feed in Indicators(rule).GroupBy(one => one.Subsystem ?? string.Empty, StringComparer.Ordinal))
            {
                var (reported, expected) = (0L, 0L);
                foreach (var indicator in feed)
                {
                    if (LastDue(indicator, at) is { } window
                        && await unit.GetRollup(indicator.Code, window.Period, null) is { } figure)
                    {
                        reported += figure.Reported;
                        expected += figure.Expected;
                    }
                }

                Add(readings, AlertReadings.OfFeed(rule, feed.Key, reported, expected));
            }
        }

        return readings;
    }

    /// <summary>What rules on age, on quality and on duties read; silenced where the feed is down.</summary>
    public async Task<List<AlertReading>> ReadTimesAsync(
        ImmutableArray<AlertRule> rules, AlertTick tick, IReadOnlySet<string> down)
    {
        var readings = new List<AlertReading>();
        foreach (var rule in rules.Where(rule => rule.Kind == AlertRuleKind.Staleness))
        {
            // What nobody owes any more has a right to be old.
            foreach (var indicator in Indicators(rule).Where(one => LastDue(one, tick.At) is not null))
            {
                var periods = await unit.GetPeriods(indicator.Code);
                var last = periods.Count > 0 ? periods.MaxBy(period => period.End) : default;
                var reading = AlertReadings.OfAge(rule, indicator, periods.Count > 0 ? last : null, tick.At);
                Add(readings, reading is null ? null : reading with
                {
                    IsSilenced = down.Contains(indicator.Subsystem ?? string.Empty),
                });
            }
        }

        foreach (var rule in rules.Where(rule => rule.Kind == AlertRuleKind.Quality))
        {
            // What a feed does not bring makes every score below it bad; that feed has its alert.
            var score = quality is null ? null : await quality.FindAsync(code, CancellationToken.None);
            var reading = AlertReadings.OfQuality(rule, score);
            Add(readings, reading is null ? null : reading with { IsSilenced = down.Count > 0 });
        }

        foreach (var rule in rules.Where(rule => rule.Kind == AlertRuleKind.MissingDuty))
        {
            await ReadDutiesAsync(rule, tick.At, down, readings);
        }

        return readings;
    }

    private async Task ReadDutiesAsync(
        AlertRule rule, DateTimeOffset at, IReadOnlySet<string> down, List<AlertReading> readings)
    {
        var today = VietnamDay.Of(at);
        var owed = await unit.GetDuties(new DutyQuery(today.AddDays(-DutyDays), today), at);
        foreach (var group in owed.GroupBy(one => one.DutyId, StringComparer.Ordinal))
        {
            if (live.Definition.Duties.Find(group.Key) is not { } duty)
            {
                continue;
            }

            var tally = group.Aggregate(default(DutyTally), (sum, one) => sum + one.Tally);
            var isSilenced = duty.Indicators.All(of =>
                !live.Definition.Indicators.TryGet(of, out var indicator)
                || down.Contains(indicator.Subsystem ?? string.Empty));
            readings.Add(AlertReadings.OfDuty(rule, duty, tally) with { IsSilenced = isSilenced });
        }
    }

    private static void Add(List<AlertReading> readings, AlertReading? reading)
    {
        if (reading is not null)
        {
            readings.Add(reading);
        }
    }

    /// <summary>
    /// The indicators that a rule is about: one, those of a subsystem, or all. Age and feeds are of what somebody owes
    /// alone: a catalogue has indicators of plans that nobody here follows.
    /// </summary>
    private IEnumerable<Indicator> Indicators(AlertRule rule)
    {
        var isOwed = rule.Kind is AlertRuleKind.Staleness or AlertRuleKind.Feed;
        return live.Definition.Indicators.Items.Where(indicator =>
            (rule.Indicator is { } one ? indicator.Code == one : !indicator.IsDerived)
            && (rule.Subsystem is null || string.Equals(rule.Subsystem, indicator.Subsystem, StringComparison.Ordinal))
            && (!isOwed || live.Definition.Duties.Items.Any(duty => duty.Indicators.Contains(indicator.Code))));
    }

    /// <summary>The last window of an indicator for which a deadline has passed.</summary>
    private DutyWindow? LastDue(Indicator indicator, DateTimeOffset at)
    {
        var today = VietnamDay.Of(at);
        DutyWindow? last = null;
        var book = live.Definition.Duties;
        foreach (var duty in book.Items.Where(duty => duty.Indicators.Contains(indicator.Code)))
        {
            foreach (var window in duty.Windows(today.AddDays(-DutyBook.LongestDelayDays), today))
            {
                if (duty.Deadline(window, book.Calendar).OnTimeBefore <= at && !(window.End <= last?.End))
                {
                    last = window;
                }
            }
        }

        return last;
    }
}
