using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>
/// Scores what one unit reports itself: for each indicator the figure that was due last. Worked out when somebody
/// asks, from its history and what the units beside it report. Not thread-safe: the unit's grain owns it.
/// </summary>
public sealed class UnitQuality
{
    // A part that has not come for longer than this many windows is no longer reported.
    private const int PartWindows = 6;

    private readonly CityDefinition _city;
    private readonly UnitHistory _history;
    private readonly RollupTable _table;
    private readonly QualityBook _book;
    private readonly ExpectedFigures _expected;
    private readonly OwnHistory _own;
    private readonly FigureRules _rules;

    /// <summary>Takes what the unit has reported.</summary>
    public UnitQuality(AdministrativeUnitCode unit, CityDefinition city, UnitHistory history, RollupTable table)
    {
        (_city, _history, _table) = (city, history, table);
        _book = QualityBook.Of(city);
        _expected = new ExpectedFigures(unit, city);
        _own = new OwnHistory(history, table);
        _rules = new FigureRules(city, history, table, _own);
    }

    /// <summary>The figures that were due last by the end of a period, or have come since, by indicator.</summary>
    /// <param name="at">The period.</param>
    /// <param name="now">The current instant: what is not due yet is not missing.</param>
    /// <param name="peers">What the units beside this one report.</param>
    public ImmutableArray<ValueQuality> Score(TimePeriod at, DateTimeOffset now, PeerBands peers)
    {
        _own.Refresh();
        var scored = ImmutableArray.CreateBuilder<ValueQuality>();
        for (var ordinal = 0; ordinal < _city.Indicators.Items.Length; ordinal++)
        {
            var indicator = _city.Indicators[ordinal];
            if (!indicator.IsDerived && ExpectedFigures.LastWindow(indicator, at.End) is { } last
                && Find(ordinal, last, now) is { } window)
            {
                scored.Add(Score(indicator, ordinal, window, Breakdown.None, peers));
            }
        }

        return scored.DrainToImmutable();
    }

    /// <summary>
    /// The same of each part that the unit reports itself, or did within half a dozen windows, by indicator and part.
    /// Units beside it and other indicators are held against totals alone.
    /// </summary>
    /// <param name="at">The period.</param>
    /// <param name="now">The current instant.</param>
    public ImmutableArray<ValueQuality> ScoreParts(TimePeriod at, DateTimeOffset now)
    {
        _own.Refresh();
        var scored = ImmutableArray.CreateBuilder<ValueQuality>();
        foreach (var reported in _history.Parts().ToLookup(part => part.Indicator).OrderBy(parts => parts.Key))
        {
            var indicator = _city.Indicators[reported.Key];
            if (ExpectedFigures.LastWindow(indicator, at.End) is not { } last
                || Find(reported.Key, last, now) is not { } window)
            {
                continue;
            }

            var recent = new HashSet<TimePeriod>();
            for (var (one, i) = (window, 0); i <= PartWindows; one = ExpectedFigures.Before(one), i++)
            {
                recent.Add(one.Period);
            }

            foreach (var part in reported.Where(part => recent.Contains(part.Period))
                .Select(part => part.Breakdown).Distinct().Order())
            {
                scored.Add(Score(indicator, reported.Key, window, part, PeerBands.None));
            }
        }

        return scored.DrainToImmutable();
    }

    /// <summary>Which window is scored: the last, or the one before while the last may still come.</summary>
    private DutyWindow? Find(int ordinal, DutyWindow last, DateTimeOffset now)
    {
        var indicator = _city.Indicators[ordinal];
        var window = Latest(ordinal, last, now);
        if (window.End > VietnamDay.Of(now) && window != last
            && ExpectedFigures.LastWindow(indicator, VietnamDay.Of(now)) is { } ended)
        {
            window = Latest(ordinal, ended, now); // Of a period to come, or as of an instant long before.
        }

        var isWanted = _expected.CanReport(indicator, window)
            && (HasFigure(ordinal, window.Period, Breakdown.None) || _expected.IsOwed(indicator, window)
                || _table.Periods(ordinal).Any(
                    period => period.End <= window.End && HasFigure(ordinal, period, Breakdown.None)));
        return isWanted ? window : null;
    }

    private DutyWindow Latest(int ordinal, DutyWindow last, DateTimeOffset now) =>
        HasFigure(ordinal, last.Period, Breakdown.None) || _expected.IsDue(_city.Indicators[ordinal], last, now)
            ? last
            : ExpectedFigures.Before(last);

    private bool HasFigure(int ordinal, TimePeriod period, Breakdown part) => part.IsNone
        ? _table.TryGetOwn(ordinal, period, out var own) && own.Aggregate.Reported > 0
        : TryGetPart(ordinal, period, part, out _, out _);

    private bool TryGetPart(
        int ordinal, TimePeriod period, Breakdown part, out AggregateSlot figure, out long sequence)
    {
        var stands = _history.TryGetStanding(ordinal, period, part, out figure) && figure.Aggregate.Reported > 0;
        sequence = stands ? figure.Version : 0;
        return stands;
    }

    private ValueQuality Score(
        Indicator indicator, int ordinal, DutyWindow window, Breakdown part, PeerBands peers)
    {
        var rules = _book.Rules(ordinal);
        var deductions = ImmutableArray.CreateBuilder<QualityDeduction>();
        var hasFigure = part.IsNone
            ? _history.TryGetFigure(ordinal, window.Period, out var figure, out var sequence)
            : TryGetPart(ordinal, window.Period, part, out figure, out sequence);
        var held = Held(indicator, window.Period, part);
        if (held is { Observation.Notes.Held: { } reason })
        {
            Add(reason with { Kind = QualityRuleKind.Quarantine }, held.Sequence, held.Reporter);
        }

        if (hasFigure)
        {
            var reporter = _history.ReporterOf(sequence);
            foreach (var rule in rules.Where(rule => rule.IsValidOn(window.End)))
            {
                if (_rules.Find(rule, indicator, ordinal, window.Period, part, figure, sequence, peers) is { } found)
                {
                    deductions.Add(new QualityDeduction(found, PointsOf(rule, found), sequence, reporter));
                }
            }
        }
        else
        {
            Add(NotThere(QualityRuleKind.Missing, 1), 0, string.Empty);
            Add(NotThere(QualityRuleKind.Age, PeriodsLate(ordinal, window, part)), 0, string.Empty);
        }

        deductions.Sort((left, right) => left.Dimension.CompareTo(right.Dimension));
        return new ValueQuality(
            indicator.Code,
            window.Period,
            ScoresOf(deductions, hasFigure, held is not null),
            deductions.DrainToImmutable(),
            part);

        void Add(QualityFinding found, long of, string by)
        {
            if (rules.FirstOrDefault(one => one.Kind == found.Kind && one.IsValidOn(window.End)) is { } rule)
            {
                var named = found with { Rule = rule.Id };
                deductions.Add(new QualityDeduction(named, PointsOf(rule, named), of, by));
            }
        }
    }

    /// <summary>What waits of a figure: of a total its parts as well, for they may be what it is made of.</summary>
    private QuarantineEntry? Held(Indicator indicator, TimePeriod period, Breakdown part) =>
        _history.Quarantine.Waiting == 0
            ? null
            : _history.Quarantine.Entries.LastOrDefault(entry => entry.State == QuarantineState.Held
                && entry.Observation.Indicator == indicator.Code && entry.Observation.Period == period
                && (part.IsNone || entry.Observation.Breakdown == part));

    private static QualityFinding NotThere(QualityRuleKind kind, double measure) =>
        new(string.Empty, kind, 0, 0, measure);

    /// <summary>How many windows have passed since the last with a figure, as far as history is looked at.</summary>
    private int PeriodsLate(int ordinal, DutyWindow window, Breakdown part)
    {
        var late = 0;
        for (; late < OwnHistory.MaxPeriods && !HasFigure(ordinal, window.Period, part); late++)
        {
            window = ExpectedFigures.Before(window);
        }

        return late;
    }

    /// <summary>What is late costs for each period, what is hard to read for each trouble.</summary>
    private static double PointsOf(QualityRule rule, QualityFinding found) => Math.Min(
        QualityScores.Best,
        rule.Points * rule.Kind switch
        {
            QualityRuleKind.Age => found.Measure,
            QualityRuleKind.Format => int.PopCount((int)found.Measure),
            _ => 1,
        });

    private static QualityScores ScoresOf(
        ImmutableArray<QualityDeduction>.Builder deductions, bool hasFigure, bool isHeld)
    {
        Span<double> scores = [QualityScores.Best, QualityScores.Best, QualityScores.Best, QualityScores.Best];
        foreach (var deduction in deductions)
        {
            ref var score = ref scores[(int)deduction.Dimension];
            score = Math.Max(0, score - deduction.Points);
        }

        // Of a figure that is not there nobody can say whether it is correct, unless one waits; nor if it is clean.
        return new QualityScores(
            hasFigure || isHeld ? scores[(int)QualityDimension.Correct] : null,
            scores[(int)QualityDimension.Complete],
            hasFigure ? scores[(int)QualityDimension.Clean] : null,
            scores[(int)QualityDimension.Live]);
    }
}
