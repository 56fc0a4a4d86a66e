using System.Collections.Immutable;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>A polygon or several.</summary>
internal sealed class ShapeArea : SearchArea
{
    private readonly IndexedPointInAreaLocator _locator;

    /// <summary>Takes the shape and makes its index.</summary>
    public ShapeArea(Geometry shape)
    {
        _locator = new IndexedPointInAreaLocator(shape);
        // The index is made by the first question, which must not be two at once.
        _locator.Locate(shape.Coordinate);
        var box = shape.EnvelopeInternal;
        Boxes = [new GeoBox(box.MinX, box.MinY, box.MaxX, box.MaxY)];
    }

    /// <inheritdoc/>
    public override ImmutableArray<GeoBox> Boxes { get; }

    /// <inheritdoc/>
    public override bool Holds(GeoPosition position) =>
        _locator.Locate(new Coordinate(position.LongitudeDegrees, position.LatitudeDegrees)) != Location.Exterior;
}
