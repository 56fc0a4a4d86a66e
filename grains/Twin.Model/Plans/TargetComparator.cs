namespace Twin.Model.Plans;

/// <summary>How a value is held against a target.</summary>
public enum TargetComparator
{
    /// <summary>The plan gives none.</summary>
    None = 0,

    /// <summary>At least: <c>&gt;=</c>.</summary>
    AtLeast = 1,

    /// <summary>Strictly above: <c>&gt;</c>.</summary>
    Above = 2,

    /// <summary>At most: <c>&lt;=</c>.</summary>
    AtMost = 3,

    /// <summary>Exactly: <c>=</c>.</summary>
    Equal = 4,

    /// <summary>From one value to another, both included.</summary>
    Between = 5,

    /// <summary>About: <c>~</c>. Held as at least, in the indicator's direction.</summary>
    About = 6,

    /// <summary>Better than the baseline; no figure.</summary>
    Improve = 7,

    /// <summary>Among the first so many units of a level.</summary>
    Rank = 8,
}
