namespace Twin.Model.Alerts;

/// <summary>Is told of cases in this process. Calls come from grains: they must return at once.</summary>
public interface ICaseListener
{
    /// <summary>A case was opened or taken further. Never blocks and never throws.</summary>
    void OnCase(CaseFile file);
}
