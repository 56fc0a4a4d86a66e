using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Ogc;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Filters;
using Twin.Model.Places;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>How dense vessels, sites and facilities lie.</summary>
internal static class DensityEndpoints
{
    private const string Vessels = "vessels";

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

    private static readonly QueryParameter Collection = new(
        "collection", "What is counted: vessels, sites or facilities; vessels by default.")
    {
        Values = [Vessels, PlaceSchemas.Of(PlaceLayer.Sites).Id, PlaceSchemas.Of(PlaceLayer.Facilities).Id],
    };

    private static readonly ImmutableArray<(string Name, Func<VesselView, bool> Counts)> OfVessels =
    [
        ("lost", one => one.Contact.IsLost),
        ("threeNo", one => one.IsThreeNo),
    ];

    /// <summary>Maps the endpoint.</summary>
    public static void MapDensity(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/space/density", GetDensityAsync)
        .WithTags("Space")
        .WithName("getDensity")
        .WithSummary("Vessels, sites or facilities counted on a grid of squares or hexagons, as GeoJSON")
        .WithDescription(
            "The grid is the same for everyone who asks: tiles of WebMercatorQuad, or hexagons as wide as they are. "
            + "Cells without anything are left out; at most 10,000 are answered. Vessels are counted where they are "
            + "now or were at datetime, sites and facilities as they are on date; a facility that is drawn as an area "
            + "counts once, inside it. A filter asks for the properties of the collection.")
        .WithQuery(
        [
            Matrix,
            Shape,
            Collection,
            .. VesselSearchParameters.All.Where(parameter => parameter != VesselSearchParameters.Nearest),
        ])
        .Produces(StatusCodes.Status200OK, contentType: BoundaryEndpoints.GeoJsonMediaType);

    private static Task<IResult> GetDensityAsync(
        HttpContext context,
        VesselSearchReader reader,
        FleetMap map,
        PlaceViews views,
        TimeProvider time,
        FeatureGate gate,
        CancellationToken cancellationToken) =>
        gate.RunAsync(context, async () =>
        {
            var query = new QueryReader(context);
            var matrix = query.Number(Matrix.Name, 0, DensityGrid.MaxMatrix);
            var shape = query.Choice(Shape) ?? DensityGrid.Squares;
            var schema = query.Choice(Collection) is { } id ? PlaceSchemas.Find(id) : null;
            query.Require(Matrix.Name, matrix is not null, Matrix.Description);
            var (search, refusal) = await reader.ReadAsync(
                context, schema is null ? VesselProperties.ForFilters : FilterOf(schema), cancellationToken);
            if (schema is not null && search?.At is not null)
            {
                query.Refuse("datetime", "Sites and facilities stand for whole days: give date.");
            }

            if (search is null || matrix is not { } wanted || query.Refusal is not null)
            {
                return (query.Refusal ?? refusal)!.ToResult(); // One of the two is there.
            }

            var grid = new Grid(shape, (int)wanted);
            if (schema is null)
            {
                var (vessels, _) = await map.InsideAsync(search.Area, search.At, search.Filter, cancellationToken);
                return grid.Count(vessels, one => one.Position, OfVessels);
            }

            var day = query.Date() ?? VietnamTime.Today(time);
            var view = await views.GetAsync(schema.Layer, new DayInterval(day, day), cancellationToken);
            return grid.Count([.. view.Items.Where(item => IsWanted(item, search))], item => item.Middle, []);
        });

    private static bool IsWanted(PlaceItem item, VesselSearch search) =>
        search.Area.Boxes.Any(box => box.Contains(item.Middle))
        && search.Area.Holds(item.Middle)
        && (search.Filter is not { } filter || filter.Matches(item.Feature));

    private static FilterProperty[] FilterOf(PlaceSchema schema) =>
    [
        .. PlaceCollection.PropertiesOf(schema).Select(one => new FilterProperty(one.Name, one.Type)),
        new("geometry", FilterType.Geometry),
    ];

    private readonly record struct Grid(string Shape, int Matrix)
    {
        public IResult Count<T>(
            IReadOnlyList<T> things,
            Func<T, GeoPosition> positionOf,
            IReadOnlyList<(string Name, Func<T, bool> Counts)> counts) =>
            DensityGrid.TryMake(things, positionOf, counts, Shape, Matrix, out var geoJson, out var refusal)
                ? TypedResults.Bytes(geoJson, BoundaryEndpoints.GeoJsonMediaType)
                : refusal.ToResult();
    }
}
