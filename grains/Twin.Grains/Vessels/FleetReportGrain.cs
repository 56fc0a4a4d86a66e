using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Twin.Grains.Units;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Counts the vessels of each unit and reports what has changed since it last did, for the month that runs. What it has
/// reported is kept, so that a restart reports nothing twice; were it lost, the same values would be reported again.
/// </summary>
internal sealed partial class FleetReportGrain(
    [PersistentState("fleetreport", "Default")] IPersistentState<FleetReportState> kept,
    FleetRules rules,
    LiveCity live,
    TimeProvider time,
    ILogger<FleetReportGrain> logger) : Grain, IFleetReportGrain
{
    /// <summary>Who reports.</summary>
    public const string Reporter = "fleet";

    private const int AtOnce = 16;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private IGrainTimer? _watch;

    public Task Watch()
    {
        _watch ??= this.RegisterGrainTimer(
            static (grain, _) => grain.ReportSafelyAsync(),
            this,
            new GrainTimerCreationOptions(TimeSpan.Zero, Every) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task<int> Report()
    {
        var now = time.GetUtcNow();
        var today = VietnamDay.Of(now);
        var period = TimePeriod.Month(today.Year, today.Month);
        // Units must stand on the last day of what they report of.
        var tree = live.Definition.Tree.On(period.End);
        var counts = await CountAsync(now);
        var changed = 0;
        // A city that has entered no vessels says nothing of them; once it has, "none" is a figure.
        if (counts.All(count => count.Group.HomeUnit is null))
        {
            return 0;
        }

        foreach (var level in Wanted().GroupBy(one => one.Level))
        {
            var units = tree.Units.Where(unit => unit.Level == level.Key).Select(unit => unit.Code);
            var figures = FleetFigures.Of(counts, [.. level.Select(one => one.Indicator)], units, period, now);
            foreach (var some in figures.Where(one => HasChanged(one.Key, one.Value, period)).Chunk(AtOnce))
            {
                await Task.WhenAll(some.Select(one => ReportAsync(one.Key, one.Value)));
                changed += some.Length;
                await KeepAsync(some, period);
            }
        }

        return changed;
    }

    private IEnumerable<(FleetIndicator Indicator, AdministrativeLevel Level)> Wanted()
    {
        foreach (var wanted in rules.Indicators)
        {
            // A dataset may name one that its catalogue lacks; the others are reported all the same.
            if (live.Definition.Indicators.TryGet(wanted.Indicator, out var indicator))
            {
                yield return (wanted, indicator.ReportingLevel);
            }
        }
    }

    private async Task<IReadOnlyList<FleetCount>> CountAsync(DateTimeOffset now)
    {
        var question = await GrainFactory.QuestionAsync(now);
        return await GrainFactory.AskShardsAsync(shard => shard.Tally(question));
    }

    private bool HasChanged(AdministrativeUnitCode unit, ImmutableArray<Observation> figures, TimePeriod period) =>
        !string.Equals(kept.State.Period, period.ToString(), StringComparison.Ordinal)
        || !kept.State.Values.TryGetValue(unit.Value, out var values)
        || !values.SequenceEqual(figures.Select(figure => figure.Value));

    private async Task ReportAsync(AdministrativeUnitCode unit, ImmutableArray<Observation> figures)
    {
        var answer = await GrainFactory.GetGrain<IAdministrativeUnitGrain>(unit.Value)
            .Report(new ReportMessage(Reporter, null, figures));
        if (answer.Rejected is [var first, ..])
        {
            LogRefused(unit, first.Refusal.Detail);
        }
    }

    private async Task KeepAsync(
        KeyValuePair<AdministrativeUnitCode, ImmutableArray<Observation>>[] reported, TimePeriod period)
    {
        var values = string.Equals(kept.State.Period, period.ToString(), StringComparison.Ordinal)
            ? kept.State.Values
            : kept.State.Values.Clear();
        kept.State.Period = period.ToString();
        kept.State.Values = values.SetItems(reported.Select(one => KeyValuePair.Create(
            one.Key.Value, one.Value.Select(figure => figure.Value).ToImmutableArray())));
        await kept.WriteStateAsync();
    }

    private async Task ReportSafelyAsync()
    {
        try
        {
            await Report();
        }
#pragma warning disable CA1031 // The edge of a timer: what could not be reported now is reported the next time.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, Every);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The figures of the fleet could not be reported; again in {Delay}")]
    private partial void LogFailed(Exception exception, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "Unit {Unit} refused figures of the fleet: {Detail}")]
    private partial void LogRefused(AdministrativeUnitCode unit, string detail);
}
