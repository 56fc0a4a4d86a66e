using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Twin.Api.Observations;

namespace Twin.Api.Description;

/// <summary>Describes what a report can look like, which no type of ours does: rows are read without one.</summary>
internal static class ReportDescription
{
    private const string CsvExample =
        "unit,indicator,period,value,denominator\n11296,FIBER-HOUSEHOLDS,2024-12,1360,2321\n";

    private const string CsvExampleVi =
        "mã đơn vị;mã chỉ tiêu;kỳ;tử số;mẫu số\n11296;FIBER-HOUSEHOLDS;2024-12;1.360;2.321\n";

    private const string RowExample =
        """{"unit":"11296","indicator":"FIBER-HOUSEHOLDS","period":"2024-12","value":1360,"denominator":2321}""";

    /// <summary>Adds body and headers to the operation that takes reports.</summary>
    public static void Add(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Header(
            ReportHeaders.IdempotencyKeyHeader,
            "1 to 128 visible ASCII characters. The same key with the same body counts once; with another body it is "
            + "refused with 409."));
        operation.Parameters.Add(Header(
            ReportHeaders.ReporterHeader, "Who reports, 1 to 200 characters; anonymous@loopback by default."));
        operation.Parameters.Add(Header("Content-Encoding", "gzip, or none."));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description =
                "A list of rows, or {\"reporter\", \"observations\"}, or one row; one row a line; or a table with a "
                + "header, in English or Vietnamese, with comma, semicolon or tab between cells.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Row() },
                    Example = new JsonArray(JsonNode.Parse(RowExample)),
                },
                ["application/x-ndjson"] = Text(("rows", RowExample + "\n")),
                ["text/csv"] = Text(("english", CsvExample), ("vietnamese", CsvExampleVi)),
            },
        };
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiMediaType Text(params (string Name, string Value)[] examples) => new()
    {
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Examples = examples.ToDictionary(
            example => example.Name,
            IOpenApiExample (example) => new OpenApiExample { Value = JsonValue.Create(example.Value) },
            StringComparer.Ordinal),
    };

    private static OpenApiSchema Row() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "unit", "indicator", "period" },
        AdditionalProperties = Property("The member of the dimension whose code the member is called by."),
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["unit"] = Property("The unit's code."),
            ["indicator"] = Property("The indicator's code."),
            ["period"] = Property("The SDMX time period."),
            ["value"] = Number("The numerator or value; left out with status M. May also be called numerator."),
            ["numerator"] = Number("The same as value."),
            ["denominator"] = Number("The denominator or weight, for an indicator that has one."),
            ["status"] = Property(
                "A normal (default), P provisional, E estimated, M missing (takes an earlier value back), X demo."),
            ["resultTime"] = Property("When the value was produced, RFC 3339; now by default."),
            ["source"] = Property("The system or document that it comes from; api by default."),
            ["breakdown"] = Property(
                "The part of the total that it is of, such as SIZE_CLASS=15-24; also an object of dimensions and "
                + "members, or a member for each dimension, called by its code."),
        },
    };

    private static OpenApiSchema Property(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Number(string description) => new()
    {
        Type = JsonSchemaType.Number | JsonSchemaType.String,
        Description = $"{description} A text may have a decimal comma.",
    };
}
