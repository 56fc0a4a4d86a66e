using Twin.Model.Alerts;
using Twin.Model.Rollups;

namespace Twin.Api.Live;

/// <summary>What the hub is told: one of the two.</summary>
/// <param name="Change">Changed figures.</param>
/// <param name="Alert">News of an alert.</param>
internal readonly record struct LiveNews(RollupChange? Change, AlertNotice? Alert);
