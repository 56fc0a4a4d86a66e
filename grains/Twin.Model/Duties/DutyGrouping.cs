namespace Twin.Model.Duties;

/// <summary>What reports that are owed are counted by.</summary>
public enum DutyGrouping
{
    /// <summary>The unit that owes them.</summary>
    Unit = 0,

    /// <summary>The agency that owns the figures, or owes the document.</summary>
    Agency = 1,

    /// <summary>The duty.</summary>
    Duty = 2,

    /// <summary>How often they come.</summary>
    Cadence = 3,

    /// <summary>The figure.</summary>
    Indicator = 4,

    /// <summary>The month of the window's last day.</summary>
    Month = 5,
}
