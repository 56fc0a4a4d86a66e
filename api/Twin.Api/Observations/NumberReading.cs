namespace Twin.Api.Observations;

/// <summary>A number as it was read, under either convention.</summary>
/// <param name="ByPoint">Its value where the point comes before the decimals.</param>
/// <param name="ByComma">Its value where the comma does.</param>
/// <param name="Evidence">The convention that it proves; unknown for plain digits and for what both can read.</param>
internal readonly record struct NumberReading(double ByPoint, double ByComma, NumberConvention Evidence)
{
    /// <summary>Whether the two conventions read it differently, as <c>1.360</c>.</summary>
    public bool IsAmbiguous => !ByPoint.Equals(ByComma);
}
