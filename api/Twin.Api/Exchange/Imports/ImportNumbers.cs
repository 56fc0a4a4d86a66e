namespace Twin.Api.Exchange.Imports;

/// <summary>How numbers are written.</summary>
internal enum ImportNumbers
{
    /// <summary>With a comma before the decimals, as in Vietnam: <c>1.360,5</c>.</summary>
    Comma = 0,

    /// <summary>With a point before the decimals: <c>1,360.5</c>.</summary>
    Point = 1,
}
