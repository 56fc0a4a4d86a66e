using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Twin.Api.Description;

/// <summary>Describes the API as OpenAPI 3.1, from what the endpoints say of themselves.</summary>
internal static class DescriptionServices
{
    /// <summary>The name of the document.</summary>
    public const string DocumentName = "v1";

    /// <summary>Where it is served.</summary>
    public const string Route = "/openapi/v1.json";

    private const string AnswerSuffix = "Answer";

    /// <summary>Adds the description.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id
            ? id.Replace(AnswerSuffix, string.Empty, StringComparison.Ordinal)
            : null;
        options.AddDocumentTransformer(DescribeDocument);
        options.AddSchemaTransformer<SchemaDescriber>();
        options.AddOperationTransformer<OperationDescriber>();
    });

    private static Task DescribeDocument(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Twin",
            Version = typeof(DescriptionServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0] ?? "1",
            Description =
                "A live twin of a Vietnamese city: units report observations, figures roll up from commune to city, "
                + "and plans' targets are held against them. Lists have items, numberMatched and links; errors are "
                + "problem details (RFC 9457) with a stable code and a hint; unknown parameters are refused; instants "
                + "are RFC 3339 in UTC, periods SDMX; members without a value are null.",
        };
        // Relative, so that the document is true under whatever loopback name it was asked for.
        document.Servers = [new OpenApiServer { Url = "/" }];
        return Task.CompletedTask;
    }
}
