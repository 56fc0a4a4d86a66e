using Twin.Model.Alerts;
using Twin.Model.Cities;
using Twin.Model.Rollups;

namespace Twin.Api.Live;

/// <summary>What the hub is told: one of them.</summary>
/// <param name="Change">Changed figures.</param>
/// <param name="Alert">News of an alert.</param>
/// <param name="City">The last entry of the city's journal, when the city has changed.</param>
/// <param name="Case">A case that was opened or taken further.</param>
internal readonly record struct LiveNews(
    RollupChange? Change, AlertNotice? Alert, CityChange? City = null, CaseFile? Case = null);
