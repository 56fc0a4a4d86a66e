using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace Twin.Geo.Repair;

/// <summary>The faces that borders cut the plane into. Stateless.</summary>
internal static class Arrangement
{
    /// <summary>
    /// The faces of some shapes' borders, put on a grid and noded by snap rounding (Hobby 1999), so that no two borders
    /// cross but at a vertex of both.
    /// </summary>
    public static ImmutableArray<Geometry> Of(IEnumerable<Geometry> shapes, double scale)
    {
        var factory = new GeometryFactory(new PrecisionModel(scale));
        var borders = factory.BuildGeometry(
            [.. shapes.SelectMany(shape => LinearComponentExtracter.GetLines(shape)).Select(factory.CreateGeometry)]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionNG.Union(borders, factory.PrecisionModel));
        return [.. polygonizer.GetPolygons()];
    }
}
