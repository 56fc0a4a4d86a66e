using Twin.Grains.Alerts;
using Twin.Model.Alerts;

namespace Twin.Grains.Units;

/// <content>Tells the unit's alerts that figures have changed: once for a burst, one way, and only where a rule
/// looks at figures of the unit's level.</content>
internal sealed partial class AdministrativeUnitGrain
{
    private static readonly TimeSpan AlertDelay = TimeSpan.FromSeconds(1);

    private bool? _hasFigureRules;
    private IGrainTimer? _alertLater;

    private void NoteAlerts()
    {
        _hasFigureRules ??= _city.Definition.Tree.VersionsOf(_code).Any(version => _city.Definition.AlertRules.Any(
            rule => rule.Kind is AlertRuleKind.Threshold or AlertRuleKind.Progress
                && rule.Levels.Contains(version.Level)));
        if (_hasFigureRules is true)
        {
            // One timer at most: what changes while it waits is in what it tells of.
            _alertLater ??= this.RegisterGrainTimer(
                static (grain, _) => grain.TellAlerts(),
                this,
                new GrainTimerCreationOptions(AlertDelay, Timeout.InfiniteTimeSpan) { Interleave = true });
        }
    }

    private Task TellAlerts()
    {
        _alertLater?.Dispose();
        _alertLater = null;
        return GrainFactory.GetGrain<IAlertGrain>(_code.Value).FiguresChanged();
    }
}
