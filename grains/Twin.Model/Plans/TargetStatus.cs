namespace Twin.Model.Plans;

/// <summary>Where a unit stands against a target.</summary>
public enum TargetStatus
{
    /// <summary>Nothing to hold against it.</summary>
    NoData = 0,

    /// <summary>The value satisfies the target.</summary>
    Met = 1,

    /// <summary>Not yet, and on or ahead of the path to it.</summary>
    OnTrack = 2,

    /// <summary>Behind the path by little.</summary>
    AtRisk = 3,

    /// <summary>Behind the path.</summary>
    OffTrack = 4,

    /// <summary>The due date has passed without it.</summary>
    Missed = 5,
}
