using System.Collections.Immutable;
using Twin.Model.Alerts;
using Twin.Model.Vessels;

namespace Twin.Grains.Alerts;

/// <summary>The alerts and cases of one unit. Keyed by its code.</summary>
public interface IAlertGrain : IGrainWithStringKey
{
    /// <summary>Looks at the rules of this unit and all below it from now on, from time to time. For a root.</summary>
    Task Watch();

    /// <summary>
    /// Looks at all rules of this unit and all below it now. Feeds that are down here or above silence what depends on
    /// them below: one alert for the feed, and not one for everything that is missing.
    /// </summary>
    Task Evaluate(AlertTick tick);

    /// <summary>Looks at the rules that depend on figures, because some have changed.</summary>
    [OneWay]
    Task FiguresChanged();

    /// <summary>The alerts, oldest first.</summary>
    /// <remarks>Interleaves: one step, and a unit that waits for those below it must still be read.</remarks>
    [AlwaysInterleave]
    Task<IReadOnlyList<Alert>> GetAlerts();

    /// <summary>Does what a person asks for.</summary>
    Task<AlertActionAnswer> Act(AlertAction action);

    /// <summary>The cases, oldest first.</summary>
    /// <remarks>Interleaves: one step.</remarks>
    [AlwaysInterleave]
    Task<IReadOnlyList<CaseFile>> GetCases();

    /// <summary>Opens a case, or takes one further.</summary>
    Task<CaseActionAnswer> ActOnCase(CaseAction action);

    /// <summary>
    /// Opens cases for the episodes of the unit's vessels that have none, and says in others that theirs is over. Takes
    /// all episodes that last; the same again changes nothing.
    /// </summary>
    Task WatchVessels(ImmutableArray<VesselConcern> standing);
}
