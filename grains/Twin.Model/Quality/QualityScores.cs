namespace Twin.Model.Quality;

/// <summary>The four scores of one value, 0 to 100; <c>null</c> where there is nothing to score.</summary>
/// <param name="Correct">Đúng.</param>
/// <param name="Complete">Đủ.</param>
/// <param name="Clean">Sạch.</param>
/// <param name="Live">Sống.</param>
public readonly record struct QualityScores(double? Correct, double? Complete, double? Clean, double? Live)
{
    /// <summary>The best score.</summary>
    public const double Best = 100;

    /// <summary>One of them.</summary>
    public double? Of(QualityDimension dimension) => dimension switch
    {
        QualityDimension.Correct => Correct,
        QualityDimension.Complete => Complete,
        QualityDimension.Clean => Clean,
        _ => Live,
    };
}
