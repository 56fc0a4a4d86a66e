using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;

namespace Twin.Api.Space.Moving;

/// <summary>How dense vessels lie.</summary>
internal static class DensityEndpoints
{
    private static readonly QueryParameter Matrix = new(
        "matrix",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The tile matrix whose tiles are as wide as the cells, 0 to {DensityGrid.MaxMatrix}; 12 is 10 km."))
    {
        IsRequired = true,
        IsInteger = true,
        Example = "12",
    };

    private static readonly QueryParameter Shape = new(
        "shape", "square, which are the tiles themselves, or hex; square by default.")
    {
        Values = [DensityGrid.Squares, DensityGrid.Hexagons],
    };

    /// <summary>Maps the endpoint.</summary>
    public static void MapDensity(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/space/density", GetDensityAsync)
        .WithTags("Space")
        .WithName("getVesselDensity")
        .WithSummary("Vessels counted on a grid of squares or hexagons, as GeoJSON")
        .WithDescription(
            "The grid is the same for everyone who asks: tiles of WebMercatorQuad, or hexagons as wide as they are. "
            + "Cells without vessels are left out; at most 10,000 are answered.")
        .WithQuery(
        [
            Matrix,
            Shape,
            .. VesselSearchParameters.All.Where(parameter => parameter != VesselSearchParameters.Nearest),
        ])
        .Produces(StatusCodes.Status200OK, contentType: BoundaryEndpoints.GeoJsonMediaType);

    private static Task<IResult> GetDensityAsync(
        HttpContext context,
        VesselSearchReader reader,
        FleetMap map,
        FeatureGate gate,
        CancellationToken cancellationToken) =>
        gate.RunAsync(async () =>
        {
            var query = new QueryReader(context);
            var matrix = query.Number(Matrix.Name, 0, DensityGrid.MaxMatrix);
            var shape = query.Choice(Shape) ?? DensityGrid.Squares;
            query.Require(Matrix.Name, matrix is not null, Matrix.Description);
            var (search, refusal) = await reader.ReadAsync(context, cancellationToken);
            if (search is null || matrix is not { } wanted || query.Refusal is not null)
            {
                return (query.Refusal ?? refusal)!.ToResult(); // One of the two is there.
            }

            var (vessels, _) = await map.InsideAsync(search.Area, search.At, search.Filter, cancellationToken);
            return DensityGrid.TryMake(vessels, shape, (int)wanted, out var geoJson, out refusal)
                ? TypedResults.Bytes(geoJson, BoundaryEndpoints.GeoJsonMediaType)
                : refusal.ToResult();
        });
}
