using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Twin.Api.Alerts;
using Twin.Api.Live;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Vessels;

namespace Twin.Api.Description;

/// <summary>
/// Adds to an operation what its metadata say: query parameters, headers, the body of a report, problems.
/// </summary>
internal sealed class OperationDescriber : IOpenApiOperationTransformer
{
    private const string ProblemSchemaId = nameof(Problem);
    private const string EventSchemaId = "RollupEvent";
    private const string AlertEventSchemaId = "AlertNotice";
    private const string FigureSchemaId = "Figure";

    /// <inheritdoc/>
    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Description = DescribePath(parameter.Name);
        }

        foreach (var parameter in metadata.OfType<AcceptedQuery>().SelectMany(query => query.Parameters))
        {
            operation.Parameters.Add(Describe(parameter));
        }

        if (metadata.OfType<ReportBody>().Any())
        {
            ReportDescription.Add(operation);
        }

        if (metadata.OfType<PositionBody>().Any())
        {
            PositionDescription.Add(operation);
        }

        foreach (var response in operation.Responses ?? [])
        {
            DescribeBody(response.Value);
        }

        if (metadata.OfType<AcceptedQuery>().Any(query => query.Parameters.Contains(QueryParameters.Kinds)))
        {
            await AddEventAsync(context, cancellationToken);
        }

        await AddProblemsAsync(operation, context, cancellationToken);
    }

    private static string DescribePath(string? name) => name switch
    {
        "id" => "The id in the dataset.",
        "sequence" => "The place in the journal.",
        _ => "The code: of the General Statistics Office for a unit, of the catalogue for an indicator.",
    };

    private static OpenApiParameter Describe(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.IsRequired,
        Description = parameter.Description,
        Example = Example(parameter),
        Schema = new OpenApiSchema
        {
            Type = parameter.IsInteger ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = parameter.Format,
            Enum = parameter.Values.IsEmpty ? null : [.. parameter.Values.Select(value => JsonValue.Create(value))],
        },
    };

    private static JsonValue? Example(QueryParameter parameter) => parameter switch
    {
        { Example: null } => null,
        { IsInteger: true } => JsonValue.Create(long.Parse(parameter.Example, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(parameter.Example),
    };

    /// <summary>Server-sent events and GeoJSON have no schema of ours; they are still text and an object.</summary>
    private static void DescribeBody(IOpenApiResponse response)
    {
        if (response.Content is not { } contents)
        {
            return;
        }

        foreach (var (mediaType, content) in contents)
        {
            content.Schema ??= new OpenApiSchema
            {
                Type = mediaType.Equals(EventStreamResult.MediaType, StringComparison.Ordinal)
                    ? JsonSchemaType.String
                    : JsonSchemaType.Object,
            };
        }
    }

    private static async Task AddProblemsAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is not { } document)
        {
            return;
        }

        await AddSchemaAsync(ProblemSchemaId, typeof(Problem), context, cancellationToken);
        operation.Responses ??= [];
        if (context.Description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) == true)
        {
            operation.Responses.TryAdd("400", Problem("The request cannot be accepted.", document));
            operation.Responses.TryAdd("503", Problem("Not ready, or too busy; see Retry-After.", document));
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            operation.Responses.TryAdd("404", Problem("Nothing under that code, or not on that date.", document));
        }

        operation.Responses.TryAdd("default", Problem("Any other error.", document));
    }

    /// <summary>Nothing in OpenAPI 3.1 can say what an event carries; a client still wants the type.</summary>
    private static async Task AddEventAsync(
        OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        await AddSchemaAsync(EventSchemaId, typeof(RollupEventAnswer), context, cancellationToken);
        await AddSchemaAsync(AlertEventSchemaId, typeof(AlertNoticeAnswer), context, cancellationToken);
        if (context.Document?.Components?.Schemas?[EventSchemaId].Properties?["changes"] is OpenApiSchema changes)
        {
            changes.Items = new OpenApiSchemaReference(FigureSchemaId, context.Document);
        }
    }

    private static async Task AddSchemaAsync(
        string id, Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is { } document && document.Components?.Schemas?.ContainsKey(id) != true)
        {
            document.AddComponent(
                id, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken));
        }
    }

    private static OpenApiResponse Problem(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemResult.MediaType] = new() { Schema = new OpenApiSchemaReference(ProblemSchemaId, document) },
        },
    };
}
