using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Cities;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Formats;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>Takes in map files.</summary>
internal static class MapImportEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapMapImports(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/imports").WithTags("Exchange");
        MapBoundaries(group);
        group.MapPost("/{layer}", PostPlacesAsync)
            .WithName("postPlaceImport")
            .WithSummary("Import sites, facilities, zones or routes from a map file, or see what that would change")
            .WithDescription(
                "The form is that of boundaries. The mapping names the properties with id (code) and name, which "
                + "property of the file each property of a place is (properties), and what holds where the file says "
                + "nothing (defaults), such as kind. Good features are taken and bad ones listed, each with every "
                + "reason; the same file sent again changes nothing.")
            .WithQuery(
                ExchangeParameters.DryRun, MapParameters.FirstDay, MapParameters.EndMissing, MapParameters.Answer)
            .Produces<PlaceImportAnswer>()
            .Produces<MapProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
        group.MapPost("/{layer}/inspection", PostInspectionAsync)
            .WithName("postPlaceImportInspection")
            .WithSummary("Look at a map file: its properties, and which fields of sites or other places they may be")
            .WithDescription("The form is that of the import. Nothing is taken in.")
            .WithQuery()
            .Produces<PlaceInspectionAnswer>();
    }

    private static void MapBoundaries(RouteGroupBuilder group) => group
        .MapPost("/boundaries", PostBoundariesAsync)
        .WithName("postBoundaryImport")
        .WithSummary("Import the boundaries of units from a map file, or see what that would change")
        .WithDescription(
            "multipart/form-data with the file 'file' (GeoJSON, GeoJSON text sequence, GeoPackage, zipped shapefile, "
            + "or CSV with well-known text), and the fields by, reason, crs, mapping and revision. Features are "
            + "matched to units by code or name; shapes are mended, neighbors made to share their borders and levels "
            + "to nest. All shapes change at once, as one change of the city that can be taken back.")
        .WithQuery(
            ExchangeParameters.DryRun, MapParameters.Date, QueryParameters.Level, MapParameters.Tolerance,
            MapParameters.Answer)
        .Produces<BoundaryImportAnswer>()
        .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType)
        .Produces<MapProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);

    private static async Task<IResult> PostBoundariesAsync(
        HttpContext context,
        BoundaryImporter importer,
        IngestGate gate,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var wish = new BoundaryWish(
            query.Date(),
            query.Level(),
            query.Number("tolerance", 0, MapParameters.MaxToleranceMeters) ?? MapParameters.DefaultToleranceMeters,
            query.Flag("dryRun") ?? false,
            query.Choice(MapParameters.Answer) is "map");
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        return await ReadAsync(
            context, gate, options.Value, upload => importer.ImportAsync(upload, wish, cancellationToken),
            cancellationToken);
    }

    private static async Task<IResult> PostPlacesAsync(
        string layer,
        HttpContext context,
        PlaceImporter importer,
        IngestGate gate,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        if (PlaceSchemas.Find(layer) is not { } schema)
        {
            return Refusals.NotFound(
                "layer", layer, "Use boundaries, sites, facilities, zones or routes.").ToResult();
        }

        var query = new QueryReader(context);
        var wish = new PlaceWish(
            query.Date(),
            query.Flag("endMissing") ?? false,
            query.Flag("dryRun") ?? false,
            query.Choice(MapParameters.Answer) is "map");
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        return await ReadAsync(
            context, gate, options.Value, upload => importer.ImportAsync(upload, schema, wish, cancellationToken),
            cancellationToken);
    }

    private static Task<IResult> PostInspectionAsync(
        string layer,
        HttpContext context,
        IngestGate gate,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken) => PlaceSchemas.Find(layer) is { } schema
            ? ReadAsync(
                context,
                gate,
                options.Value,
                upload => Task.FromResult<IResult>(TypedResults.Ok(PlaceInspector.Inspect(upload, schema))),
                cancellationToken)
            : Task.FromResult<IResult>(Refusals.NotFound(
                "layer", layer, "Use sites, facilities, zones or routes.").ToResult());

    private static async Task<IResult> ReadAsync(
        HttpContext context,
        IngestGate gate,
        TwinApiOptions options,
        Func<MapUpload, Task<IResult>> import,
        CancellationToken cancellationToken)
    {
        var (upload, unreadable) = await MapUpload.ReadAsync(
            context.Request, options.MaxImportBytes, cancellationToken);
        await using var held = upload;
        using var pass = gate.TryEnter();
        if (upload is null || pass is null)
        {
            return (unreadable ?? ReportEndpoints.Crowded).ToResult();
        }

        try
        {
            return await import(upload);
        }
        catch (MapFileException exception)
        {
            return MapProblems.Of(exception.Refusal).ToResult();
        }
    }
}
