namespace Twin.Model.Plans;

/// <summary>Where a milestone stands, most pressing first.</summary>
public enum MilestoneState
{
    /// <summary>Not done, and its day has passed.</summary>
    Overdue = 0,

    /// <summary>Not done, and due within <see cref="TargetRules.DueSoonDays"/> days.</summary>
    DueSoon = 1,

    /// <summary>Not done, and due later or at no day.</summary>
    Upcoming = 2,

    /// <summary>Done after its day.</summary>
    DoneLate = 3,

    /// <summary>Done by its day.</summary>
    DoneOnTime = 4,

    /// <summary>Done, where no day was laid down.</summary>
    Done = 5,
}
