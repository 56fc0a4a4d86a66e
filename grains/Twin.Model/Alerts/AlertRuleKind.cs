namespace Twin.Model.Alerts;

/// <summary>What an alert rule looks at.</summary>
public enum AlertRuleKind
{
    /// <summary>The value of the latest figure.</summary>
    Threshold = 0,

    /// <summary>How far a figure is behind the path to its target, in the indicator's unit of measure.</summary>
    Progress = 1,

    /// <summary>Days since the end of the last period with a figure.</summary>
    Staleness = 2,

    /// <summary>The quality score of a unit's figures, 0 to 100.</summary>
    Quality = 3,

    /// <summary>Reports that a unit owes and that are missing.</summary>
    MissingDuty = 4,

    /// <summary>Per cent of a subsystem's figures that came for the last period whose deadline has passed.</summary>
    Feed = 5,
}
