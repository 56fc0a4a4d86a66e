namespace Twin.Model.Observations;

/// <summary>What the log knows of an idempotency key.</summary>
public enum RequestClaim
{
    /// <summary>It was not known, and is now kept with the hash of the body.</summary>
    New = 0,

    /// <summary>It was known with the same body.</summary>
    Repeat = 1,

    /// <summary>It was known with another body.</summary>
    Conflict = 2,
}
