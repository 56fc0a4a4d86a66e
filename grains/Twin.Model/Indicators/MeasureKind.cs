namespace Twin.Model.Indicators;

/// <summary>What numbers a measure can take.</summary>
public enum MeasureKind
{
    /// <summary>A whole number, zero or more.</summary>
    Count = 0,

    /// <summary>A quantity: money, kilometres, value added. Any finite number, zero or more.</summary>
    Amount = 1,

    /// <summary>0 or 1.</summary>
    Boolean = 2,

    /// <summary>A rate, score or percentage observed as such; it may be negative.</summary>
    Rate = 3,
}
