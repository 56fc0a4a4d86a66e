using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Api.Space.Moving;
using Twin.Geo.Geodesy;
using Twin.Geo.Indexing;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// The units of one tree with their shapes, and what is made of them when it is first asked for: the index of positions
/// and the vector tiles. Immutable to its users; another takes its place when units or boundaries change. Safe for any
/// number of threads.
/// </summary>
internal sealed class UnitLayer
{
    // 4 MiB; a city's cell is 130 m wide, so 3 of 100 positions need an exact test.
    private const int RasterCells = 1 << 20;

    private readonly TreeOfDate _tree;
    private readonly ConcurrentDictionary<AdministrativeUnitCode, ShapeArea> _areas = [];
    private readonly FrozenDictionary<AdministrativeUnitCode, UnitFeature> _byCode;
    private readonly Lazy<(AreaRaster Raster, ImmutableArray<UnitFeature> Features)> _positions;

    /// <summary>Takes the units and their shapes.</summary>
    public UnitLayer(TreeOfDate tree, IEnumerable<UnitFeature> features, int maxTilesKept)
    {
        _tree = tree;
        Features = [.. features.OrderBy(feature => feature.Unit.Code)];
        _byCode = Features.ToFrozenDictionary(feature => feature.Unit.Code);
        Bounds = new Envelope();
        foreach (var feature in Features)
        {
            Bounds.ExpandToInclude(feature.Shape?.EnvelopeInternal ?? new Envelope());
        }

        _positions = new Lazy<(AreaRaster, ImmutableArray<UnitFeature>)>(MakePositions);
        Tiles = new UnitTiles(Features, maxTilesKept);
    }

    /// <summary>All units, by code.</summary>
    public ImmutableArray<UnitFeature> Features { get; }

    /// <summary>The box around all shapes; null where there is none.</summary>
    public Envelope Bounds { get; }

    /// <summary>The vector tiles.</summary>
    public UnitTiles Tiles { get; }

    /// <summary>What a code stands for, or <c>null</c>.</summary>
    public UnitFeature? Find(AdministrativeUnitCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The shape of a unit, to look for positions in; <c>null</c> where no map has it.</summary>
    public ShapeArea? AreaOf(AdministrativeUnitCode code) => Find(code)?.Shape is { } shape
        ? _areas.GetOrAdd(code, static (_, made) => new ShapeArea(made), shape)
        : null;

    /// <summary>The units that a position lies in, from the smallest upwards; empty outside the city.</summary>
    public IReadOnlyList<UnitFeature> At(GeoPosition position)
    {
        var (raster, features) = _positions.Value;
        var place = raster.Find(position);
        return place == AreaRaster.None
            ? []
            : [.. _tree.PathUp(features[place].Unit.Code).Select(unit => _byCode[unit.Code])];
    }

    /// <summary>Whether a unit lies somewhere below another.</summary>
    public bool IsBelow(AdministrativeUnitCode code, AdministrativeUnitCode upper) =>
        code != upper && _tree.PathUp(code).Any(unit => unit.Code == upper);

    /// <summary>
    /// The people of the lowest units below one; <c>null</c> where there are none, or one of them has no known
    /// population.
    /// </summary>
    public double? PeopleBelow(AdministrativeUnitCode code)
    {
        var below = Features.Where(one => one.Unit.Level == LowestLevel && IsBelow(one.Unit.Code, code)).ToArray();
        return below.Length > 0 && Array.TrueForAll(below, one => one.Unit.Population is not null)
            ? below.Sum(one => (double?)one.Unit.Population)
            : null;
    }

    /// <summary>The level that has nothing below it.</summary>
    public AdministrativeLevel LowestLevel => Features.IsEmpty ? default : Features.Max(feature => feature.Unit.Level);

    /// <summary>The units of a level that an area meets, by code, and how much of each lies in it.</summary>
    public IReadOnlyList<UnitInArea> Inside(Geometry area, AdministrativeLevel level)
    {
        var prepared = PreparedGeometryFactory.Prepare(area);
        var inside = new List<UnitInArea>();
        foreach (var feature in Features)
        {
            if (feature.Unit.Level != level || feature.Shape is not { } shape || !prepared.Intersects(shape))
            {
                continue;
            }

            var whole = GeodesicArea.SquareMeters(shape);
            var part = prepared.Covers(shape)
                ? whole
                : GeodesicArea.SquareMeters(OverlayNGRobust.Overlay(area, shape, SpatialFunction.Intersection));
            // Neighbors that the area only touches have no part in it.
            if (part > 0)
            {
                inside.Add(new UnitInArea(feature, Math.Min(1, part / whole), part));
            }
        }

        return inside;
    }

    /// <summary>Lower tiers first, so that the first unit that holds a position is the smallest.</summary>
    private (AreaRaster Raster, ImmutableArray<UnitFeature> Features) MakePositions()
    {
        ImmutableArray<UnitFeature> features =
        [
            .. Features.OrderByDescending(feature => feature.Unit.Level).ThenBy(feature => feature.Unit.Code),
        ];
        return (AreaRaster.Build([.. features.Select(feature => feature.Shape)], RasterCells), features);
    }
}
