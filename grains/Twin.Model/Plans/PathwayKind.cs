namespace Twin.Model.Plans;

/// <summary>How a target is approached from its baseline.</summary>
public enum PathwayKind
{
    /// <summary>By the same amount every day.</summary>
    Linear = 0,

    /// <summary>
    /// Slowly at first, fast in the middle, slowly at the end: 3p² − 2p³ of the way at the share p of the time.
    /// </summary>
    SCurve = 1,

    /// <summary>In steps: each interim value holds from its day until the next.</summary>
    Steps = 2,

    /// <summary>On no path that anybody laid down: only the due date counts.</summary>
    None = 3,
}
