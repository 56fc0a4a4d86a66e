using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Problems;
using Twin.Api.Requests;

namespace Twin.Api.Space;

/// <summary>Questions about places.</summary>
internal static class SpaceEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapSpace(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/space/locate", LocateAsync)
            .WithTags("Space")
            .WithName("locate")
            .WithSummary("The units that a position lies in")
            .WithDescription(
                "From the smallest upwards, on the boundaries of a day; the position may be in any reference system.")
            .WithQuery(SpaceParameters.Coordinates, SpaceParameters.Crs, QueryParameters.Date)
            .Produces<PlaceUnitsAnswer>();
        endpoints.MapReferenceSystems();
        endpoints.MapBuffers();
    }

    private static async Task<IResult> LocateAsync(
        HttpContext context, UnitLayers layers, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        var system = query.ReadCrs();
        var position = query.ReadCoordinates(system);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var units = (await layers.OnAsync(date, cancellationToken)).At(position);
        return TypedResults.Ok(new PlaceUnitsAnswer
        {
            Longitude = position.LongitudeDegrees,
            Latitude = position.LatitudeDegrees,
            Date = date,
            IsSchematic = units.Any(unit => unit.IsSchematic),
            Units = [.. units.Select(unit => UnitAnswer.Of(unit.Unit))],
        });
    }
}
