namespace Twin.Api.Exchange.Imports;

/// <summary>What a table looks like, before it is imported.</summary>
/// <param name="FileName">What the file was called.</param>
/// <param name="Sheets">The sheets of a workbook; empty for CSV.</param>
/// <param name="HeaderLine">The line that seems to name the columns.</param>
/// <param name="Columns">The names of the columns; empty for one without a name.</param>
/// <param name="Sample">The texts of the first lines after it.</param>
/// <param name="Mapping">What the columns say by themselves; it may lack what they do not say.</param>
/// <param name="IsComplete">Whether that mapping is enough to import the table.</param>
/// <param name="Missing">What it lacks; null when it is complete.</param>
/// <param name="Encoding">The encoding that its text is in: the one named, or the one that was recognized.</param>
internal sealed record InspectionAnswer(
    string FileName,
    IReadOnlyList<string> Sheets,
    int HeaderLine,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Sample,
    ImportMapping Mapping,
    bool IsComplete,
    string? Missing,
    string Encoding);
