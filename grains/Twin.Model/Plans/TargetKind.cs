namespace Twin.Model.Plans;

/// <summary>What a row of a plan says.</summary>
public enum TargetKind
{
    /// <summary>A target with its figure printed.</summary>
    Target = 0,

    /// <summary>A target whose figure follows from the words ("all" is 100 %).</summary>
    TargetImplied = 1,

    /// <summary>Something to be done by a day.</summary>
    Milestone = 2,

    /// <summary>A figure reported as reached; not a target.</summary>
    Observed = 3,

    /// <summary>How often something is reported; not a target.</summary>
    Cadence = 4,

    /// <summary>A limit that raises an alert; not a target.</summary>
    Threshold = 5,

    /// <summary>An aim without a figure.</summary>
    Qualitative = 6,
}
