namespace Twin.Model.Alerts;

/// <summary>Writes notices as subscribers get them.</summary>
public interface IAlertText
{
    /// <summary>One notice, as JSON.</summary>
    string Write(AlertNotice notice);

    /// <summary>A notice of no alert, by which a subscription is tried, as JSON.</summary>
    string WriteTest(string id);
}
