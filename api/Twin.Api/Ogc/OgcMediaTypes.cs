namespace Twin.Api.Ogc;

/// <summary>The media types of OGC resources.</summary>
internal static class OgcMediaTypes
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string SchemaJson = "application/schema+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string VectorTile = "application/vnd.mapbox-vector-tile";
}
