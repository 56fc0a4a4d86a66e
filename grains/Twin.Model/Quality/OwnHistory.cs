using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Quality;

/// <summary>
/// The unit's own numbers before a period, nearest first: those of the same frequency that stand. Which of those
/// periods have anything is remembered while the same period is asked for. For one thread.
/// </summary>
/// <param name="history">What the unit has reported.</param>
/// <param name="table">Its figures.</param>
internal sealed class OwnHistory(UnitHistory history, RollupTable table)
{
    /// <summary>How many periods back numbers are looked for.</summary>
    public const int MaxPeriods = QualityRule.MostHistory;

    private readonly List<TimePeriod> _earlier = new(MaxPeriods);
    private readonly Dictionary<(int Ordinal, TimePeriod Period, Breakdown Breakdown), Aggregate?> _beside = [];
    private readonly HashSet<TimePeriod> _besidePeriods = [];
    private TimePeriod _period;

    /// <summary>Forgets which periods have anything, for there may be more by now, and what stood beside.</summary>
    public void Refresh()
    {
        _period = default;
        _beside.Clear();
        _besidePeriods.Clear();
    }

    /// <summary>
    /// Takes note of a number of the same report, which goes before what the unit had: of a later period too, for a
    /// report lists its rows in any order. <c>null</c> where it takes a value back.
    /// </summary>
    public void Note(int ordinal, TimePeriod period, Breakdown breakdown, Aggregate? aggregate)
    {
        _beside[(ordinal, period, breakdown)] = aggregate;
        _besidePeriods.Add(period);
    }

    /// <summary>
    /// Fills in the numbers that there are, at most as many as fit; answers how many. What somebody measured is not
    /// held against demonstration data.
    /// </summary>
    public int Fill(
        Indicator indicator,
        int ordinal,
        TimePeriod period,
        Breakdown breakdown,
        FigurePart part,
        bool isDemo,
        int mostPeriods,
        Span<double> into)
    {
        if (period != _period)
        {
            Find(period);
        }

        var count = 0;
        foreach (var earlier in _earlier)
        {
            if (count == into.Length || period.Key - earlier.Key > mostPeriods)
            {
                break;
            }

            if (Standing(ordinal, earlier, breakdown) is { } standing
                && (isDemo || standing.Demo == 0)
                && FigureNumbers.Of(indicator, standing, part) is { } number)
            {
                into[count++] = number;
            }
        }

        return count;
    }

    private Aggregate? Standing(int ordinal, TimePeriod period, Breakdown breakdown)
    {
        if (_beside.Count > 0 && _beside.TryGetValue((ordinal, period, breakdown), out var beside))
        {
            return beside;
        }

        return history.TryGetStanding(ordinal, period, breakdown, out var slot) ? slot.Aggregate : null;
    }

    private void Find(TimePeriod period)
    {
        _period = period;
        _earlier.Clear();
        if (period.Frequency == PeriodFrequency.YearToDate)
        {
            return; // What the year has brought so far grows by itself, and starts again each year.
        }

        for (var back = 1; back <= MaxPeriods; back++)
        {
            if (!TimePeriod.TryFromKey(period.Key - back, out var earlier) || earlier.Frequency != period.Frequency)
            {
                break;
            }

            if (table.HasPeriod(earlier) || _besidePeriods.Contains(earlier))
            {
                _earlier.Add(earlier);
            }
        }
    }
}
