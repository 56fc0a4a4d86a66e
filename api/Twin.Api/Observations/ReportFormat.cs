namespace Twin.Api.Observations;

/// <summary>How a report is written.</summary>
internal enum ReportFormat
{
    /// <summary>A JSON document.</summary>
    Json = 0,

    /// <summary>One JSON object a line.</summary>
    NdJson = 1,

    /// <summary>A table with a header; comma, semicolon or tab between cells.</summary>
    Csv = 2,
}
