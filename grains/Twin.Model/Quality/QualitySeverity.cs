namespace Twin.Model.Quality;

/// <summary>What a quality rule does with a doubtful observation.</summary>
public enum QualitySeverity
{
    /// <summary>It counts, and its score is lower.</summary>
    Deduct = 0,

    /// <summary>It is durable and does not count before somebody has decided.</summary>
    Hold = 1,
}
