namespace Twin.Model.Quality;

/// <summary>What a rule takes off a score, and which row of the log it found it in.</summary>
/// <param name="Finding">What it found.</param>
/// <param name="Points">What it takes off.</param>
/// <param name="Sequence">The sequence number of the observation; 0 where there is none.</param>
/// <param name="Reporter">Who reported it; empty where nobody did.</param>
public sealed record QualityDeduction(QualityFinding Finding, double Points, long Sequence, string Reporter)
{
    /// <summary>The score that it is taken off.</summary>
    public QualityDimension Dimension => QualityRule.DimensionOf(Finding.Kind);
}
