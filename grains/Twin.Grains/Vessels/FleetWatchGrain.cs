using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Twin.Grains.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Asks all shards what lasts, and tells the units of whose vessels that has changed. It keeps nothing: what lasts is a
/// function of the boats, and units know their cases; so after a restart the first look tells all of them.
/// </summary>
internal sealed partial class FleetWatchGrain(LiveCity live, TimeProvider time, ILogger<FleetWatchGrain> logger)
    : Grain, IFleetWatchGrain
{
    /// <summary>How many shards or units are asked at once.</summary>
    private const int AtOnce = 16;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly Dictionary<AdministrativeUnitCode, ImmutableArray<VesselConcern>> _told = [];
    private IGrainTimer? _watch;

    public Task Watch()
    {
        _watch ??= this.RegisterGrainTimer(
            static (grain, _) => grain.LookSafelyAsync(),
            this,
            new GrainTimerCreationOptions(TimeSpan.Zero, Every) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task Look()
    {
        var now = time.GetUtcNow();
        var question = await GrainFactory.QuestionAsync(now);
        // A shard that cannot answer ends the look: without its boats others' cases would seem to be over.
        var concerns = await GrainFactory.AskShardsAsync(shard => shard.Concerns(question));
        await TellAsync(concerns, live.Definition.Tree.On(VietnamDay.Of(now)));
    }

    private async Task TellAsync(IReadOnlyList<VesselConcern> concerns, TreeOfDate tree)
    {
        if (tree.Roots is not [var root, ..])
        {
            return;
        }

        // Boats without a home, and of units that stand no longer, are the city's.
        var byUnit = concerns
            .GroupBy(concern => concern.HomeUnit is { } home && tree.Find(home) is not null ? home : root.Code)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(concern => concern.Vessel)
                    .ThenBy(concern => concern.Episode, StringComparer.Ordinal).ToImmutableArray());
        var changed = tree.Units.Select(unit => unit.Code).Union(_told.Keys)
            .Where(unit => !_told.TryGetValue(unit, out var told)
                || !told.SequenceEqual(byUnit.GetValueOrDefault(unit, [])));
        foreach (var some in changed.ToArray().Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(unit => TellAsync(unit, byUnit.GetValueOrDefault(unit, []))));
        }
    }

    private async Task TellAsync(AdministrativeUnitCode unit, ImmutableArray<VesselConcern> standing)
    {
        await GrainFactory.GetGrain<IAlertGrain>(unit.Value).WatchVessels(standing);
        _told[unit] = standing;
    }

    private async Task LookSafelyAsync()
    {
        try
        {
            await Look();
        }
#pragma warning disable CA1031 // The edge of a timer: what could not be seen now is seen with the next look.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception, Every);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The fleet could not be looked at; again in {Delay}")]
    private partial void LogFailed(Exception exception, TimeSpan delay);
}
