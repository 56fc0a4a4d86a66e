namespace Twin.Api.Exchange.Imports;

/// <summary>The columns of one observation of a line.</summary>
/// <param name="Value">The column of the value or numerator.</param>
/// <param name="Denominator">The column of the denominator or weight; none for a plain value.</param>
/// <param name="Indicator">The indicator's code, where the line does not name it.</param>
/// <param name="Period">The time period, where the line does not name it.</param>
internal sealed record ImportValue(
    string Value, string? Denominator = null, string? Indicator = null, string? Period = null);
