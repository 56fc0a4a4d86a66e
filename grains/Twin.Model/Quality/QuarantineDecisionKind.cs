namespace Twin.Model.Quality;

/// <summary>
/// What can be decided about a held observation. Numbers are stored in the log: they are never reused.
/// </summary>
public enum QuarantineDecisionKind
{
    /// <summary>It is right after all: it counts from now on.</summary>
    Release = 0,

    /// <summary>Another number counts in its place.</summary>
    Correct = 1,

    /// <summary>It is wrong: it never counts.</summary>
    Discard = 2,
}
