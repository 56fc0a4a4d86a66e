namespace Twin.Model.Indicators;

/// <summary>Which way an indicator gets better.</summary>
public enum IndicatorDirection
{
    /// <summary>Neither way is better.</summary>
    None = 0,

    /// <summary>Higher is better.</summary>
    Up = 1,

    /// <summary>Lower is better.</summary>
    Down = 2,

    /// <summary>Inside a range is better.</summary>
    Range = 3,
}
