using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Twin.Api.Hosting;

/// <summary>Serves the page, or says how to get it.</summary>
internal static class PageEndpoints
{
    private const string IndexFile = "index.html";
    private const string OperationsFile = "ops.html";

    // Built files carry a hash of their content in their name; everything else is asked for again each time.
    private const string HashedFolder = "/assets";
    private const string Forever = "public, max-age=31536000, immutable";

    private const string WithoutPage = """
        <!doctype html>
        <html lang="vi"><head><meta charset="utf-8"><title>Twin</title></head><body>
        <h1>Twin</h1>
        <p>API đang chạy, nhưng trang bản đồ chưa được dựng. Hãy cài Node.js (có npm) rồi chạy lại
        <code>dotnet run --project silo/Twin.Silo</code>.</p>
        <p lang="en">The API is running, but the map page has not been built. Install Node.js (with npm) and run
        <code>dotnet run --project silo/Twin.Silo</code> again.</p>
        <ul><li><a href="/v1/city">/v1/city</a></li><li><a href="/openapi/v1.json">/openapi/v1.json</a></li></ul>
        </body></html>
        """;

    /// <summary>Serves the page's files, when there are any.</summary>
    public static void UsePageFiles(this IApplicationBuilder app, string directory)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(directory)),
            ContentTypeProvider = ContentTypes(),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments(HashedFolder, StringComparison.Ordinal)
                    ? Forever
                    : "no-cache",
        });
    }

    /// <summary>Maps <c>/</c>, the city, and <c>/ops</c>, the operator's page.</summary>
    public static void MapPage(this IEndpointRouteBuilder endpoints, string directory)
    {
        endpoints.MapPage("/", directory, IndexFile);
        endpoints.MapPage("/ops", directory, OperationsFile);
    }

    private static void MapPage(this IEndpointRouteBuilder endpoints, string path, string directory, string file) =>
        endpoints.MapMethods(
            path,
            [HttpMethods.Get, HttpMethods.Head],
            (HttpContext context) => GetPage(context, Path.Combine(Path.GetFullPath(directory), file)))
        .ExcludeFromDescription();

    private static IResult GetPage(HttpContext context, string index)
    {
        context.Response.Headers.CacheControl = "no-cache";
        if (!File.Exists(index))
        {
            return TypedResults.Content(WithoutPage, "text/html; charset=utf-8");
        }

        var lastModified = new DateTimeOffset(File.GetLastWriteTimeUtc(index), TimeSpan.Zero);
        var tag = lastModified.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
        return TypedResults.PhysicalFile(
            index,
            "text/html; charset=utf-8",
            lastModified: lastModified,
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{tag}\""));
    }

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        types.Mappings[".pbf"] = "application/x-protobuf";
        types.Mappings[".geojson"] = Features.BoundaryEndpoints.GeoJsonMediaType;
        return types;
    }
}
