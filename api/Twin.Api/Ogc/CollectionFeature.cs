using NetTopologySuite.Geometries;
using Twin.Geo.Filters;

namespace Twin.Api.Ogc;

/// <summary>A feature of a collection. Immutable.</summary>
/// <param name="id">Its id.</param>
/// <param name="geometry">Its geometry in CRS84; <c>null</c> where it has none.</param>
/// <param name="values">The values of the collection's properties, in their order; the geometry stands last.</param>
internal sealed class CollectionFeature(string id, Geometry? geometry, object?[] values) : IFilterSubject
{
    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Its geometry in CRS84; <c>null</c> where it has none.</summary>
    public Geometry? Geometry => geometry;

    /// <summary>The entity tag of its present state; <c>null</c> where it cannot be edited.</summary>
    public string? EntityTag { get; init; }

    /// <inheritdoc/>
    public object? ValueOf(int index) => index < values.Length ? values[index] : geometry;
}
