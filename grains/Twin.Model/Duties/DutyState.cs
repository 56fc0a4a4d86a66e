namespace Twin.Model.Duties;

/// <summary>Where a report stands.</summary>
public enum DutyState
{
    /// <summary>Not due for some time.</summary>
    Pending = 0,

    /// <summary>Not here, and due within <see cref="DutyRules.DueSoonDays"/> days or in its days of grace.</summary>
    DueSoon = 1,

    /// <summary>Here in time.</summary>
    Received = 2,

    /// <summary>Here in time, and changed since.</summary>
    Corrected = 3,

    /// <summary>Here, but after its time.</summary>
    Late = 4,

    /// <summary>Not here, and its time has passed.</summary>
    Missing = 5,

    /// <summary>Handed back by the one who got it; waits for another.</summary>
    Returned = 6,

    /// <summary>Not asked for, by somebody's decision.</summary>
    Waived = 7,
}
