namespace Twin.Model.Alerts;

/// <summary>What happened to an alert.</summary>
public enum AlertEventKind
{
    /// <summary>The condition came.</summary>
    Raised = 0,

    /// <summary>Somebody took note.</summary>
    Acknowledged = 1,

    /// <summary>It was given to somebody.</summary>
    Assigned = 2,

    /// <summary>Somebody wrote something.</summary>
    Commented = 3,

    /// <summary>It is over.</summary>
    Resolved = 4,

    /// <summary>The condition came back soon after.</summary>
    Reopened = 5,

    /// <summary>Nobody looked at it in time: it is shown to the unit above.</summary>
    Escalated = 6,

    /// <summary>Nothing: somebody tries whether a subscriber is told.</summary>
    Tested = 7,
}
