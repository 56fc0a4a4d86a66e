using Twin.Model.Alerts;

namespace Twin.Model.Rollups;

/// <summary>
/// Those who follow changed figures and alerts through this process. They can be told that something passed them by.
/// </summary>
public interface IRollupAudience : IRollupListener, IAlertListener
{
    /// <summary>Takes note that changes or alerts were missed: who follows must ask for everything anew.</summary>
    void OnMissed();
}
