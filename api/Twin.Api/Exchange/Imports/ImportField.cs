namespace Twin.Api.Exchange.Imports;

/// <summary>Where a text comes from: a column of the table, or the same for every line. One of the two.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Value">The text.</param>
internal sealed record ImportField(string? Column = null, string? Value = null);
