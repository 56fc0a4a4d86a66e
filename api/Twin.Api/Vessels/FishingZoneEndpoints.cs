using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NetTopologySuite.Geometries;
using Twin.Api.Features;
using Twin.Api.Json;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Formats;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>The zones of the sea and the ports by which boats are judged, as shapes for a map.</summary>
internal static class FishingZoneEndpoints
{
    private const double MetersPerDegree = GreatCircle.EarthRadiusMeters * Math.PI / 180;

    // A circle of so many corners differs from a round one by less than a pixel.
    private const int CircleCorners = 48;

    private static readonly GeometryFactory Shapes = new();

    /// <summary>Maps the endpoint.</summary>
    public static void MapFishingZones(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/fishing-zones", GetZones)
        .WithTags("Vessels")
        .WithName("getFishingZones")
        .WithSummary("The fishing zones, closed areas and ports by which boats are judged, as GeoJSON")
        .WithDescription(
            "All zones of the data, also those that hold no longer, not yet or in a season: 'isInForce' says which. "
            + "Where two of one sort overlap, the first one holds a position. The source says who drew a zone, and "
            + "from what. A port is a circle around a landing place.")
        .WithQuery(QueryParameters.Date)
        .Produces(StatusCodes.Status200OK, contentType: BoundaryEndpoints.GeoJsonMediaType);

    private static IResult GetZones(HttpContext context, FleetRules rules, TimeProvider time)
    {
        var query = new QueryReader(context);
        var day = query.Date() ?? VietnamTime.Today(time);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var map = rules.Zones.Current;
        return TypedResults.Bytes(
            GeoJsonFeatureWriter.Write(
            [
                .. map.Zones.Select(zone => Feature(zone, map.ShapeOf(zone), day)),
                .. rules.Ports.Select(Feature),
            ]),
            BoundaryEndpoints.GeoJsonMediaType);
    }

    private static GeoJsonFeature Feature(FishingZone zone, PlaceGeometry? shape, DateOnly day) => new(
        zone.Code,
        shape is null ? null : PlaceGeometries.Read(shape),
        [
            Member("code", zone.Code),
            Member("kind", EnumWords<ZoneKind>.Of(zone.Kind)),
            Member("nameVi", zone.NameVi),
            Member("nameEn", zone.NameEn),
            Member("from", Text(zone.From)),
            Member("to", zone.To is { } to ? Text(to) : null),
            Member("seasonFrom", zone.Season is { } one ? MonthDay(one.FromMonth, one.FromDay) : null),
            Member("seasonTo", zone.Season is { } other ? MonthDay(other.ToMonth, other.ToDay) : null),
            Member("province", zone.Province),
            Member("source", zone.Source),
            Member("isInForce", zone.Holds(day)),
        ]);

    private static GeoJsonFeature Feature(Port port) => new(
        port.Code,
        Circle(port),
        [
            Member("code", port.Code),
            Member("kind", "port"),
            Member("nameVi", port.NameVi),
            Member("nameEn", port.NameEn),
            Member("radiusMeters", port.RadiusMeters),
            Member("isInForce", true),
        ]);

    private static Polygon Circle(Port port)
    {
        var (center, north) = (port.Center, port.RadiusMeters / MetersPerDegree);
        var east = north / Math.Cos(double.DegreesToRadians(center.LatitudeDegrees));
        var corners = Enumerable.Range(0, CircleCorners).Select(i => 2 * Math.PI * i / CircleCorners).Select(turn =>
            new Coordinate(
                Math.Round(center.LongitudeDegrees + (east * Math.Cos(turn)), 6),
                Math.Round(center.LatitudeDegrees + (north * Math.Sin(turn)), 6))).ToArray();
        return Shapes.CreatePolygon([.. corners, corners[0]]);
    }

    private static KeyValuePair<string, JsonElement> Member<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MonthDay(int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}");
}
