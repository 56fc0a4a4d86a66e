namespace Twin.Api.Plans;

/// <summary>One of the documents that a table of targets holds rows of.</summary>
/// <param name="Document">What the table calls it; goes into the field 'document'.</param>
/// <param name="Number">The number printed on it.</param>
/// <param name="Date">Its date, as the table writes it.</param>
/// <param name="Place">Whose document it is.</param>
/// <param name="Rows">How many rows are of it.</param>
internal sealed record PlanDocumentAnswer(string Document, string? Number, string? Date, string? Place, int Rows);
