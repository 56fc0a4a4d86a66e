using System.Collections.Immutable;
using Twin.Api.Ogc;
using Twin.Api.Requests;

namespace Twin.Api.Space.Moving;

/// <summary>The query parameters of a search for vessels.</summary>
internal static class VesselSearchParameters
{
    public static readonly QueryParameter Radius = new(
        "radiusMeters", "With coordinates: only vessels within that distance on the ellipsoid, 1 to 500,000.")
    {
        IsInteger = true,
        Example = "5000",
    };

    public static readonly QueryParameter Nearest = new(
        "nearest", "With coordinates: only so many, the nearest first, 1 to 1,000.")
    {
        IsInteger = true,
        Example = "10",
    };

    /// <summary>All of a GET.</summary>
    public static readonly ImmutableArray<QueryParameter> All =
    [
        new("bbox", "Only vessels in the box: its lower corner, then its upper, in the order of the axes of crs.")
        {
            Example = "106.8,20.6,107.2,20.9",
        },
        SpaceParameters.Coordinates with
        {
            IsRequired = false,
            Description = "A position, two numbers with a comma between, in the order of the axes of crs.",
        },
        Radius,
        Nearest,
        SpaceParameters.Crs,
        new("unit", "Only vessels within the boundaries of that unit, wherever they are at home.") { Example = "317" },
        QueryParameters.Date,
        new("datetime", "Where they were at that instant, by what was recorded until then; now by default.")
        {
            Format = "date-time",
            Example = "2026-03-01T00:00:00Z",
        },
        FeatureParameters.Filter with { Example = "contact = 'lost' AND lengthMeters >= 15" },
        FeatureParameters.FilterLanguage,
        FeatureParameters.FilterCrs,
    ];
}
