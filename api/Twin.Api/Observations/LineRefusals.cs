using System.Globalization;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>Why a line cannot be taken apart.</summary>
internal static class LineRefusals
{
    /// <summary>Longer than is held in memory.</summary>
    public static readonly Refusal TooLong = new(
        RowCodes.LineTooLong,
        "The line is longer than a row can be.",
        "Check that the lines end in LF or CRLF and that no quote is left open.");

    /// <summary>Not UTF-8.</summary>
    public static readonly Refusal InvalidEncoding = new(
        RowCodes.InvalidEncoding,
        "The line is not UTF-8.",
        "Save the file as UTF-8, or name its charset: Content-Type: text/csv; charset=windows-1258.");

    /// <summary>A quote that does not close, or text after one that does.</summary>
    public static readonly Refusal OpenQuote = new(
        RowCodes.MalformedRow,
        "A quote is not closed where its cell ends, or there are more cells than columns.",
        "Quote whole cells, double a quote inside one, and keep a row on one line.");

    /// <summary>A JSON line that is no object.</summary>
    public static readonly Refusal NotAnObject = new(
        RowCodes.InvalidJson,
        "The line is not one JSON object.",
        "Put one object on each line, without commas between.");

    /// <summary>More cells than the header names.</summary>
    public static Refusal TooManyCells(int columns) => new(
        RowCodes.MalformedRow,
        string.Create(CultureInfo.InvariantCulture, $"The row has more cells than the {columns} columns."),
        "A decimal comma needs semicolons between cells, or quotes around it.");
}
