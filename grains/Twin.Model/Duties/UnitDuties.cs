using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Calendars;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>
/// What one unit owes and where it stands, worked out from its history: the log knows when each figure first came. Not
/// thread-safe: the unit's grain owns it.
/// </summary>
public sealed class UnitDuties
{
    private readonly AdministrativeUnitCode _unit;
    private readonly CityDefinition _city;
    private readonly UnitHistory _history;
    private readonly Dictionary<string, List<DutyMark>> _marks = new(StringComparer.Ordinal);
    private int _markCount;

    /// <summary>Makes the duties of a unit over its history.</summary>
    public UnitDuties(AdministrativeUnitCode unit, CityDefinition city, UnitHistory history)
    {
        (_unit, _city, _history) = (unit, city, history);
        Items = city.Duties.OfUnit(unit, city.Tree);
    }

    /// <summary>The duties that can bind the unit.</summary>
    public ImmutableArray<Duty> Items { get; }

    /// <summary>Takes in a decision about one report, by its id.</summary>
    public void Mark(string id, DutyMark mark)
    {
        ref var marks = ref CollectionsMarshal.GetValueRefOrAddDefault(_marks, id, out _);
        (marks ??= []).Add(mark);
        _markCount++;
    }

    /// <summary>The reports asked for that the unit owes, as they stand at an instant, by due day.</summary>
    public IReadOnlyList<DutyOccurrence> Occurrences(DutyQuery query, DateTimeOffset now) =>
    [
        .. Asked(query).Select(asked => Occurrence(asked.Duty, asked.Window, Owner(query.AgencyId), now))
            .OfType<DutyOccurrence>()
            .Where(occurrence => query.Wants(occurrence.State))
            .OrderBy(occurrence => occurrence.Deadline.DueDay)
            .ThenBy(occurrence => occurrence.DutyId, StringComparer.Ordinal),
    ];

    /// <summary>The same, counted; states are not looked at.</summary>
    public IReadOnlyList<DutyGroup> Tallies(DutyQuery query, DutyGrouping grouping, DateTimeOffset now)
    {
        var tallies = new SortedDictionary<string, DutyTally>(StringComparer.Ordinal);
        foreach (var (duty, window) in Asked(query))
        {
            foreach (var (key, filter) in Parts(duty, window, grouping))
            {
                var owner = Owner(query.AgencyId);
                if (Occurrence(duty, window, indicator => filter(indicator) && owner(indicator), now) is { } part)
                {
                    tallies[key] = tallies.GetValueOrDefault(key) + part.Tally;
                }
            }
        }

        return [.. tallies.Select(pair => new DutyGroup(pair.Key, pair.Value))];
    }

    /// <summary>All that the unit owes for a month, counted.</summary>
    public DutyTally TallyOf(TimePeriod month, DateTimeOffset now)
    {
        var tally = default(DutyTally);
        foreach (var (duty, window) in Owed(month))
        {
            tally += Occurrence(duty, window, _ => true, now)?.Tally ?? default;
        }

        return tally;
    }

    /// <summary>The months of which a deadline has passed after one instant, and not after another.</summary>
    public IEnumerable<TimePeriod> MonthsPassed(DateTimeOffset after, DateTimeOffset until) => Items
        .SelectMany(duty => duty.Windows(duty.ValidFrom, VietnamDay.Of(until))
            .Where(window => duty.Deadline(window, _city.Duties.Calendar).OnTimeBefore is var passing
                && passing > after && passing <= until))
        .Select(window => window.Month).Distinct().Order();

    /// <summary>
    /// Puts the unit's part of <see cref="DutyIndicators"/> for a month into its figures. The version depends on the
    /// state alone and grows whenever that can change: with a report, a deadline that passes, a decision.
    /// </summary>
    public void Contribute(RollupTable table, TimePeriod month, DateTimeOffset now)
    {
        var tally = TallyOf(month, now);
        var version = _history.LastSequence + _markCount + Passed(month, now);
        var since = VietnamDay.EndOf(month.End).ToUnixTimeMilliseconds();
        var (reported, demo) = tally.Due > 0 ? (1, IsDemo(table, month) ? 1 : 0) : (0, 0);
        Contribute(DutyIndicators.Timeliness, tally.OnTime);
        Contribute(DutyIndicators.Completeness, tally.OnTime + tally.Late);

        void Contribute(Indicator indicator, int part)
        {
            var aggregate = new Aggregate(part, tally.Due, reported, demo, since);
            if (_city.Indicators.TryGetOrdinal(indicator.Code, out var ordinal)
                && (!table.TryGetOwn(ordinal, month, out var held) || held.Aggregate != aggregate))
            {
                table.SetOwn(ordinal, month, aggregate, version);
            }
        }
    }

    private static Func<Indicator, bool> Owner(string? agencyId) => agencyId is null
        ? _ => true
        : indicator => string.Equals(indicator.OwnerAgencyId, agencyId, StringComparison.Ordinal);

    /// <summary>What is counted from demonstration data is demonstration data.</summary>
    private bool IsDemo(RollupTable table, TimePeriod month) => Owed(month).Any(owed => owed.Duty.Indicators.Any(code =>
        _city.Indicators.TryGetOrdinal(code, out var ordinal)
        && table.TryGetOwn(ordinal, owed.Window.Period, out var own) && own.Aggregate.Demo > 0));

    private long Passed(TimePeriod month, DateTimeOffset now) => Owed(month)
        .Count(owed => now >= owed.Duty.Deadline(owed.Window, _city.Duties.Calendar).OnTimeBefore);

    private IEnumerable<(Duty Duty, DutyWindow Window)> Owed(TimePeriod month) => Items
        .SelectMany(duty => duty.Windows(month.Start, month.End).Select(window => (duty, window)))
        .Where(owed => DutyBook.Binds(owed.duty, owed.window, _unit, _city.Tree));

    private IEnumerable<(Duty Duty, DutyWindow Window)> Asked(DutyQuery query) => Items
        .SelectMany(duty => query.Windows(duty, _city.Duties.Calendar).Select(window => (duty, window)))
        .Where(asked => DutyBook.Binds(asked.duty, asked.window, _unit, _city.Tree))
        .Where(asked => query.Upper is not { } upper
            || _city.Tree.On(asked.window.End).PathUp(_unit).Any(above => above.Code == upper));

    private IEnumerable<(string Key, Func<Indicator, bool> Filter)> Parts(
        Duty duty, DutyWindow window, DutyGrouping grouping)
    {
        if (grouping is not (DutyGrouping.Agency or DutyGrouping.Indicator))
        {
            yield return (grouping switch
            {
                DutyGrouping.Duty => duty.Id,
                DutyGrouping.Cadence => duty.Cadence.ToText(),
                DutyGrouping.Month => window.Month.ToString(),
                _ => _unit.Value,
            }, _ => true);
            yield break;
        }

        string Key(Indicator indicator) =>
            (grouping == DutyGrouping.Agency ? indicator.OwnerAgencyId : indicator.Code.Value) ?? string.Empty;
        foreach (var key in duty.Indicators
            .Select(code => _city.Indicators.TryGet(code, out var indicator) ? Key(indicator) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return (key, indicator => string.Equals(Key(indicator), key, StringComparison.Ordinal));
        }
    }

    /// <summary><c>null</c> where the filter leaves none of its figures.</summary>
    private DutyOccurrence? Occurrence(
        Duty duty, DutyWindow window, Func<Indicator, bool> filter, DateTimeOffset now)
    {
        var deadline = duty.Deadline(window, _city.Duties.Calendar);
        var id = new DutyKey(duty.Id, _unit.Value, window.Period).ToString();
        ImmutableArray<DutyMark> marks = _marks.TryGetValue(id, out var held) ? [.. held] : [];
        var returnedAt = DutyRules.ReturnedAt(marks, now);
        var indicators = ImmutableArray.CreateBuilder<IndicatorCode>(duty.Indicators.Length);
        var outstanding = ImmutableArray.CreateBuilder<IndicatorCode>();
        var state = DutyState.Waived;
        var tally = default(DutyTally);
        DateTimeOffset? receivedAt = null;
        foreach (var code in duty.Indicators)
        {
            if (!_city.Indicators.TryGetOrdinal(code, out var ordinal) || !filter(_city.Indicators[ordinal]))
            {
                continue;
            }

            var receipt = _history.ReceiptOf(ordinal, window.Period, returnedAt, now);
            var one = DutyRules.State(deadline, receipt, marks, now);
            indicators.Add(code);
            state = DutyRules.Worst(state, one);
            tally += DutyRules.Tally(one, deadline, receipt, now);
            receivedAt = receipt.FirstAt > receivedAt || receivedAt is null ? receipt.FirstAt : receivedAt;
            if (receipt.FirstAt is null && one != DutyState.Waived)
            {
                outstanding.Add(code);
            }
        }

        return indicators.Count == 0 ? null : new DutyOccurrence
        {
            DutyId = duty.Id,
            Unit = _unit,
            Window = window,
            Deadline = deadline,
            Indicators = indicators.DrainToImmutable(),
            Outstanding = outstanding.DrainToImmutable(),
            State = state,
            Tally = tally,
            ReceivedAt = receivedAt,
            Marks = marks,
        };
    }
}
