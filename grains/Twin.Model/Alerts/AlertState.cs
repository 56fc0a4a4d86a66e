namespace Twin.Model.Alerts;

/// <summary>Where an alert is in its life.</summary>
public enum AlertState
{
    /// <summary>Nobody has looked at it.</summary>
    Raised = 0,

    /// <summary>Somebody knows of it.</summary>
    Acknowledged = 1,

    /// <summary>Somebody works on it.</summary>
    Assigned = 2,

    /// <summary>It is over: somebody said so, or the condition has gone.</summary>
    Resolved = 3,
}
