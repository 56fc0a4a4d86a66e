using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Ogc;
using Twin.Api.Requests;

namespace Twin.Api.Places;

/// <summary>Makes, replaces, updates and ends places (OGC API Features, part 4, draft 20-002r1).</summary>
internal static class PlaceEditEndpoints
{
    /// <summary>Who makes the change.</summary>
    public static readonly QueryParameter By = new("by", "Who makes the change: a name, kept on the place's trail.")
    {
        IsRequired = true,
        Example = "Nguyễn Văn A",
    };

    /// <summary>Why.</summary>
    public static readonly QueryParameter Reason = new("reason", "Why, in a few words; kept on the place's trail.");

    /// <summary>From which day on a place is gone.</summary>
    public static readonly QueryParameter EndDay = new(
        "datetime", "The first day on which it is no longer there; today in Vietnam by default.")
    {
        Format = "date",
    };

    /// <summary>Maps the endpoints of every layer of places.</summary>
    public static void MapPlaceEdits(this IEndpointRouteBuilder endpoints, FeatureCollections collections)
    {
        foreach (var collection in collections.All.OfType<PlaceCollection>())
        {
            var items = $"/collections/{collection.Id}/items";
            var handlers = new PlaceEditHandlers(collection);
            endpoints.MapPost(items, handlers.CreateAsync).WithQuery(By, Reason);
            endpoints.MapPut(items + "/{featureId}", handlers.ReplaceAsync).WithQuery(By, Reason);
            endpoints.MapPatch(items + "/{featureId}", handlers.UpdateAsync).WithQuery(By, Reason);
            endpoints.MapDelete(items + "/{featureId}", handlers.EndAsync).WithQuery(By, Reason, EndDay);
        }
    }
}
