namespace Twin.Model.Quality;

/// <summary>Which of the numbers of a figure is meant.</summary>
public enum FigurePart
{
    /// <summary>The value shown, in the indicator's unit of measure.</summary>
    Value = 0,

    /// <summary>The numerator, in its measure's unit.</summary>
    Numerator = 1,

    /// <summary>The denominator or weight, in its measure's unit.</summary>
    Denominator = 2,
}
