using Twin.Api.Observations;

namespace Twin.Api.Exchange.Imports;

/// <summary>A table that was read to its end.</summary>
/// <param name="Header">The line that named its columns.</param>
/// <param name="Mapping">The mapping that held.</param>
/// <param name="Lines">How many lines after the header held anything.</param>
/// <param name="Content">The rows of the report that they made.</param>
internal sealed record ImportReading(TableHeader Header, ImportMapping Mapping, int Lines, ReportContent Content);
