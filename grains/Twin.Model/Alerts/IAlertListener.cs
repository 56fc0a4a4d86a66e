namespace Twin.Model.Alerts;

/// <summary>Is told of alerts and cases in this process. Calls come from grains: they must return at once.</summary>
public interface IAlertListener
{
    /// <summary>Takes note. Never blocks and never throws.</summary>
    void OnAlert(AlertNotice notice);

    /// <summary>Takes note of a case that was opened or taken further. Never blocks and never throws.</summary>
    void OnCase(CaseFile file);
}
