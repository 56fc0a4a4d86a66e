using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Twin.Api.Description;

/// <summary>Describes what positions can look like, which no type of ours does: lines are read without one.</summary>
internal static class PositionDescription
{
    private const string RowExample =
        """{"vessel":"HP-90123-TS","phenomenonTime":"2026-03-01T05:30:00Z","longitude":107.21,"latitude":20.44}""";

    private const string CsvExample =
        "vessel,phenomenonTime,longitude,latitude,speedOverGroundKnots\n"
        + "HP-90123-TS,2026-03-01T05:30:00Z,107.21,20.44,6.2\n";

    private const string CsvExampleVi =
        "số đăng ký;thời gian;kinh độ;vĩ độ\nHP-90123-TS;2026-03-01T12:30:00+07:00;107.21;20.44\n";

    private const string AisExample = "!AIVDM,1,1,,A,16SteH0P00Jt63hHaa6SagvJ087r,0*42\n";

    /// <summary>Adds the body to the operation that takes positions.</summary>
    public static void Add(OpenApiOperation operation) => operation.RequestBody = new OpenApiRequestBody
    {
        Required = true,
        Description =
            "One JSON object a line; a table with a header, in English or Vietnamese; or sentences of AIS, with tag "
            + "blocks or without. Members and columns: vessel (or registrationNumber, mmsi), phenomenonTime (or time), "
            + "longitude, latitude, and as known speedOverGroundKnots, courseOverGroundDegrees, trueHeadingDegrees, "
            + "navigationalStatus (0 to 14), receiver.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/x-ndjson"] = Text(("rows", RowExample + "\n")),
            ["text/csv"] = Text(("english", CsvExample), ("vietnamese", CsvExampleVi)),
            ["text/plain"] = Text(("sentences", AisExample)),
        },
    };

    private static OpenApiMediaType Text(params (string Name, string Value)[] examples) => new()
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Examples = examples.ToDictionary(
            example => example.Name,
            IOpenApiExample (example) => new OpenApiExample { Value = JsonValue.Create(example.Value) },
            StringComparer.Ordinal),
    };
}
