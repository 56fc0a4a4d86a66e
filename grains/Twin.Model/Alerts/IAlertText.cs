namespace Twin.Model.Alerts;

/// <summary>Writes notices as subscribers get them.</summary>
public interface IAlertText
{
    /// <summary>One notice, as JSON.</summary>
    string Write(AlertNotice notice);
}
