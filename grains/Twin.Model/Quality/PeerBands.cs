using System.Collections.Immutable;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>What the units directly below one report, in short, for each of them to be held against.</summary>
/// <param name="Version">Grows with every change of what is below.</param>
/// <param name="Items">One for each indicator that any of them reports.</param>
public sealed record PeerBands(long Version, ImmutableArray<PeerBand> Items)
{
    /// <summary>No units to compare with.</summary>
    public static readonly PeerBands None = new(0, []);

    /// <summary>Works them out of a unit's table.</summary>
    /// <param name="city">The city.</param>
    /// <param name="table">The figures of the unit above.</param>
    /// <param name="level">The level of the units below.</param>
    /// <param name="day">The last day that is looked at.</param>
    public static PeerBands Of(CityDefinition city, RollupTable table, AdministrativeLevel level, DateOnly day)
    {
        var bands = ImmutableArray.CreateBuilder<PeerBand>();
        for (var ordinal = 0; ordinal < city.Indicators.Items.Length; ordinal++)
        {
            var indicator = city.Indicators[ordinal];
            if (Window(indicator, level, day) is { } window
                && Of(indicator, window.Period, table.Below(ordinal, window.Period)) is { } band)
            {
                bands.Add(band);
            }
        }

        return new PeerBands(table.Versions, bands.DrainToImmutable());
    }

    /// <summary>The figures that they are worked out of, of the units below and the level that these have.</summary>
    /// <param name="city">The city.</param>
    /// <param name="level">The level of the units below.</param>
    /// <param name="day">The last day that is looked at.</param>
    public static IEnumerable<(IndicatorCode Indicator, TimePeriod Period)> Needs(
        CityDefinition city, AdministrativeLevel level, DateOnly day)
    {
        foreach (var indicator in city.Indicators.Items)
        {
            if (Window(indicator, level, day) is { } window)
            {
                yield return (indicator.Code, window.Period);
            }
        }
    }

    /// <summary>That of an indicator and period; <c>null</c> where there is none.</summary>
    public PeerBand? Find(IndicatorCode indicator, TimePeriod period) =>
        Items.FirstOrDefault(band => band.Indicator == indicator && band.Period == period);

    private static DutyWindow? Window(Indicator indicator, AdministrativeLevel level, DateOnly day) =>
        indicator.IsDerived || indicator.ReportingLevel != level ? null : ExpectedFigures.LastWindow(indicator, day);

    private static PeerBand? Of(Indicator indicator, TimePeriod period, ReadOnlySpan<AggregateSlot> below)
    {
        var values = new List<double>(below.Length);
        var numbers = new Dictionary<(double, double), int>();
        foreach (ref readonly var slot in below)
        {
            if (FigureNumbers.Of(indicator, slot.Aggregate, FigurePart.Value) is { } value)
            {
                values.Add(value);
                var key = (slot.Aggregate.Numerator, slot.Aggregate.Denominator);
                numbers[key] = numbers.GetValueOrDefault(key) + 1;
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        // Sums differ as the sizes of units do; only what is divided by a size can be held against others.
        var (median, spread) = RobustStatistics.Describe(values.ToArray());
        ImmutableArray<SharedNumbers> shared =
        [
            .. numbers.Where(pair => pair.Value > 1)
                .Select(pair => new SharedNumbers(pair.Key.Item1, pair.Key.Item2, pair.Value)),
        ];
        return new PeerBand(
            indicator.Code, period, median, indicator.HasDenominator ? spread : 0, values.Count, shared);
    }
}
