namespace Twin.Model.Quality;

/// <summary>What a quality rule looks at. Numbers are stored in the log: they are never reused.</summary>
public enum QualityRuleKind
{
    /// <summary>A value outside soft bounds. Correct.</summary>
    Bounds = 0,

    /// <summary>A number many times as large, or as small, as the unit's own before it. Correct.</summary>
    Jump = 1,

    /// <summary>A value far from the unit's own history, by a robust z-score. Correct.</summary>
    History = 2,

    /// <summary>A value far from those of the units beside it, by a robust z-score. Correct.</summary>
    Peers = 3,

    /// <summary>Numbers of several indicators that do not agree, as parts and their total. Correct.</summary>
    Balance = 4,

    /// <summary>A figure that is due and has not come. Complete.</summary>
    Missing = 5,

    /// <summary>A figure that waits in quarantine, so that there is none. Correct.</summary>
    Quarantine = 6,

    /// <summary>The same number period after period. Clean.</summary>
    Repeated = 7,

    /// <summary>The same number as a unit beside. Clean.</summary>
    Shared = 8,

    /// <summary>The same observation sent more than once. Clean.</summary>
    Resent = 9,

    /// <summary>Trouble in reading it. Clean.</summary>
    Format = 10,

    /// <summary>The latest figure is older than its cadence allows. Live.</summary>
    Age = 11,
}
