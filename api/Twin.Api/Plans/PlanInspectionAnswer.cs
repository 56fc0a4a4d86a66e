namespace Twin.Api.Plans;

/// <summary>What a table of targets looks like, before it is loaded.</summary>
internal sealed record PlanInspectionAnswer
{
    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The sheets of a workbook; empty for CSV.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>The encoding that its text is in.</summary>
    public required string Encoding { get; init; }

    /// <summary>The line that names the columns.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The columns, and what they hold.</summary>
    public required IReadOnlyList<PlanColumnAnswer> Columns { get; init; }

    /// <summary>How many rows hold anything.</summary>
    public required int Rows { get; init; }

    /// <summary>The documents that the rows are of; empty where the table names none.</summary>
    public required IReadOnlyList<PlanDocumentAnswer> Documents { get; init; }
}
