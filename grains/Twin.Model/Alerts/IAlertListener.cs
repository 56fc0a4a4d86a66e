namespace Twin.Model.Alerts;

/// <summary>Is told of alerts in this process. Calls come from grains: they must return at once.</summary>
public interface IAlertListener
{
    /// <summary>Takes note. Never blocks and never throws.</summary>
    void OnAlert(AlertNotice notice);
}
