using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Model.Maps;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Carries shapes over between geometries and the grid that maps of the city are kept on. Stateless.</summary>
public static class GridMaps
{
    private const double Steps = GridPoint.StepsPerDegree;

    private static readonly GeometryFactory Factory = new();

    /// <summary>
    /// The polygons of a valid polygon or multipolygon whose vertices lie on the grid; others are moved there, which
    /// can spoil what is smaller than a step.
    /// </summary>
    public static ImmutableArray<GridPolygon> ToGrid(Geometry shape) =>
    [
        .. Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().Select(polygon =>
            new GridPolygon(
            [
                .. polygon.InteriorRings.Prepend(polygon.ExteriorRing).Select(ToGrid),
            ])),
    ];

    /// <summary>The polygon or multipolygon.</summary>
    public static Geometry ToGeometry(ImmutableArray<GridPolygon> polygons)
    {
        Polygon[] made =
        [
            .. polygons.Select(polygon => Factory.CreatePolygon(
                ToRing(polygon.Rings[0]), [.. polygon.Rings.Skip(1).Select(ToRing)])),
        ];
        return made is [var only] ? only : Factory.CreateMultiPolygon(made);
    }

    /// <summary>A map of the city as one of a dataset.</summary>
    public static BoundarySet ToBoundarySet(CityMap map, AdministrativeTree tree)
    {
        var units = tree.On(map.ValidFrom);
        var writer = new WKBWriter();
        return new BoundarySet(
            map.Source,
            map.ValidFrom,
            null,
            false,
            [
                .. map.Shapes.Where(shape => units.Find(shape.Unit) is not null).Select(shape => new UnitBoundary(
                    shape.Unit,
                    units.Find(shape.Unit)!.Level, // Filtered on the line above.
                    ImmutableCollectionsMarshal.AsImmutableArray(writer.Write(ToGeometry(shape.Polygons))))
                {
                    IsSchematic = shape.IsSchematic,
                }),
            ]);
    }

    private static ImmutableArray<GridPoint> ToGrid(LineString ring) =>
        [.. ring.Coordinates.Take(ring.NumPoints - 1).Select(ToGrid)];

    private static GridPoint ToGrid(Coordinate position) =>
        new((int)Math.Round(position.X * Steps), (int)Math.Round(position.Y * Steps));

    private static LinearRing ToRing(ImmutableArray<GridPoint> ring) => Factory.CreateLinearRing(
        [.. ring.Append(ring[0]).Select(position => new Coordinate(position.X / Steps, position.Y / Steps))]);
}
