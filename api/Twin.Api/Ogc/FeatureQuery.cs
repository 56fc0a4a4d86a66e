using System.Collections.Immutable;
using NetTopologySuite.Geometries.Prepared;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;

namespace Twin.Api.Ogc;

/// <summary>Which features of a collection are wanted, and how.</summary>
internal sealed record FeatureQuery
{
    /// <summary>The days.</summary>
    public required DayInterval Days { get; init; }

    /// <summary>How many features at most.</summary>
    public required int Limit { get; init; }

    /// <summary>The id after which the page begins; <c>null</c> for the first page.</summary>
    public required string? After { get; init; }

    /// <summary>The reference system of the answer.</summary>
    public required CoordinateReferenceSystem System { get; init; }

    /// <summary>What the features must meet, in CRS84; <c>null</c> for anything.</summary>
    public required IPreparedGeometry? Box { get; init; }

    /// <summary>The filter; <c>null</c> for none.</summary>
    public required Filter? Filter { get; init; }

    /// <summary>The values that properties, by their place, must have.</summary>
    public required ImmutableArray<KeyValuePair<int, object>> Values { get; init; }

    /// <summary>Whether a feature has the values asked for.</summary>
    public bool HasValues(IFilterSubject feature)
    {
        foreach (var (property, value) in Values)
        {
            if (!value.Equals(feature.ValueOf(property)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a feature is wanted.</summary>
    public bool Wants(CollectionFeature feature) =>
        HasValues(feature) && (Box is null || (feature.Geometry is { } geometry && Box.Intersects(geometry)))
        && (Filter is null || Filter.Matches(feature));
}
