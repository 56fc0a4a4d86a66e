using System.Collections.Immutable;
using Twin.Api.Lists;
using Twin.Api.Requests;
using Twin.Api.Space;

namespace Twin.Api.Ogc;

/// <summary>The query parameters of OGC API Features, parts 1 to 3.</summary>
internal static class FeatureParameters
{
    public const string Text = "cql2-text";
    public const string Json = "cql2-json";

    // The name of the draft; GDAL up to 3.11 asks for it, and sends what is CQL2 as well.
    public const string DraftText = "cql-text";

    public static readonly QueryParameter Box = new(
        "bbox",
        "Only features that meet the box: the lower corner, then the upper; six numbers have heights, which are "
        + "ignored. In CRS84 a box whose west is greater than its east crosses the antimeridian.")
    {
        Example = "106.6,20.8,106.8,20.9",
    };

    public static readonly QueryParameter BoxCrs = new(
        "bbox-crs", "The URI of the reference system of bbox; CRS84 by default.") { Format = "uri" };

    public static readonly QueryParameter Filter = new("filter", "Only features that fulfill the filter, in CQL2.")
    {
        Example = "level = 'commune' AND nameVi LIKE 'Phường%'",
    };

    public static readonly QueryParameter FilterLanguage = new(
        "filter-lang", "The language of filter; cql2-text by default. cql-text is an older name of it.")
    {
        Values = [Text, Json, DraftText],
    };

    public static readonly QueryParameter FilterCrs = new(
        "filter-crs", "The URI of the reference system of geometries in filter; CRS84 by default.") { Format = "uri" };

    public static readonly QueryParameter Limit = new(
        "limit", $"How many features at most, from 1; {Page.DefaultLimit} by default, never more than {Page.MaxLimit}.")
    {
        IsInteger = true,
    };

    /// <summary>
    /// Those of a document about collections. Clients such as GDAL add what stands after the URL that they were given
    /// to every request, so the day is taken here as well: the extent is that of the day.
    /// </summary>
    public static readonly ImmutableArray<QueryParameter> OfDocument = [OgcFormat.Parameter, DayInterval.Parameter];

    /// <summary>Those of a single feature.</summary>
    public static readonly ImmutableArray<QueryParameter> OfItem =
        [OgcFormat.Parameter, SpaceParameters.Crs, DayInterval.Parameter];

    /// <summary>Those of a page of features of any collection.</summary>
    public static readonly ImmutableArray<QueryParameter> OfAnyItems =
    [
        OgcFormat.Parameter, Limit, QueryParameters.Cursor, Box, BoxCrs, SpaceParameters.Crs, DayInterval.Parameter,
        Filter, FilterLanguage, FilterCrs,
    ];

    /// <summary>Those of a page of features, its queryables included.</summary>
    public static ImmutableArray<QueryParameter> OfItems(IFeatureCollection collection) =>
    [
        .. OfAnyItems,
        .. collection.Properties.Select(property => new QueryParameter(
            property.Name, $"Only features with that value. {property.Description}.")),
    ];
}
