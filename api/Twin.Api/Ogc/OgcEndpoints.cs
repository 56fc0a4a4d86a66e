using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Places;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>The OGC APIs, all below <c>/ogc</c>. They describe themselves at <c>/ogc/api</c>.</summary>
internal static class OgcEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapOgc(this IEndpointRouteBuilder endpoints)
    {
        var ogc = endpoints.MapGroup(OgcLinks.Root).ExcludeFromDescription();
        ogc.AddEndpointFilter(AcceptedQuery.RefuseUnknownAsync);
        ogc.MapOgcLanding();
        var features = endpoints.ServiceProvider.GetRequiredService<FeatureCollections>();
        ogc.MapOgcFeatures(features);
        ogc.MapPlaceEdits(features);
        ogc.MapOgcTiles(endpoints.ServiceProvider.GetRequiredService<TileCollections>());
    }
}
