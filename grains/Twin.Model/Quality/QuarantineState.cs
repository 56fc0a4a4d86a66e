namespace Twin.Model.Quality;

/// <summary>Where a held observation stands.</summary>
public enum QuarantineState
{
    /// <summary>It waits for a decision.</summary>
    Held = 0,

    /// <summary>It counts.</summary>
    Released = 1,

    /// <summary>Another number counts in its place.</summary>
    Corrected = 2,

    /// <summary>It never counts.</summary>
    Discarded = 3,
}
