namespace Twin.Api.Observations;

/// <summary>What a column or member of a report says.</summary>
internal enum RowField
{
    /// <summary>Nothing that is read: a name beside a code, a remark, a row number.</summary>
    Ignored = 0,

    /// <summary>The unit's code.</summary>
    Unit = 1,

    /// <summary>The indicator's code.</summary>
    Indicator = 2,

    /// <summary>The time period.</summary>
    Period = 3,

    /// <summary>The numerator or value.</summary>
    Value = 4,

    /// <summary>The denominator or weight.</summary>
    Denominator = 5,

    /// <summary>The observation status.</summary>
    Status = 6,

    /// <summary>When the value was produced.</summary>
    ResultTime = 7,

    /// <summary>Where it comes from.</summary>
    Source = 8,

    /// <summary>The part of the total that it is of.</summary>
    Breakdown = 9,

    /// <summary>The member of one dimension, which the column or member is called after.</summary>
    Dimension = 10,
}
