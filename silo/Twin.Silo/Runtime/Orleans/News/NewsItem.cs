using Twin.Model.Alerts;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>One thing that happened on a silo.</summary>
/// <param name="Change">Figures of a unit that changed, or nothing.</param>
/// <param name="Alert">What happened to an alert, or nothing.</param>
/// <param name="Moved">Vessels that moved, or nothing.</param>
/// <param name="Case">A case that was opened or taken further, or nothing.</param>
internal readonly record struct NewsItem(
    RollupChange? Change, AlertNotice? Alert, IReadOnlyList<VesselMark>? Moved = null, CaseFile? Case = null);
