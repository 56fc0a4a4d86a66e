using Microsoft.AspNetCore.Http;
using Twin.Api.Ogc;
using Twin.Api.Requests;

namespace Twin.Api.Vessels.Tracks;

/// <summary>In which encodings tracks can be had, and which one a request wants.</summary>
internal static class TrackFormat
{
    /// <summary>Lists of positions.</summary>
    public const string Json = "json";

    /// <summary>Lines for a map.</summary>
    public const string GeoJson = "geojson";

    /// <summary>OGC Moving Features Encoding Extension: JSON (19-045r3).</summary>
    public const string MovingFeatures = "mfjson";

    /// <summary>The parameter that asks for one.</summary>
    public static readonly QueryParameter Parameter = new(
        "f",
        "The encoding: lists of positions, lines as GeoJSON, or OGC Moving Features JSON; by default the one that the "
        + "header Accept asks for, json where it asks for none.")
    {
        Values = [Json, GeoJson, MovingFeatures],
        Example = GeoJson,
    };

    /// <summary>The encoding that a request wants; what is wrong stays in the reader.</summary>
    public static string Read(QueryReader query, HttpRequest request) => query.Choice(Parameter)
        ?? (WantsGeoJson(request) ? GeoJson : Json);

    private static bool WantsGeoJson(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(one => one.Quality ?? 1))
        {
            if (accepted.MediaType.Equals(OgcMediaTypes.GeoJson, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (accepted.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return false;
    }
}
