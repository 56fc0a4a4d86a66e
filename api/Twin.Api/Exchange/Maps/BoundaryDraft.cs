using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Api.Problems;
using Twin.Api.Space;
using Twin.Geo.Datasets;
using Twin.Geo.Formats;
using Twin.Geo.Repair;
using Twin.Model;
using Twin.Model.Maps;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>
/// A map of the city in the making: the features of a file, the units that they are, and what the map is then. For one
/// thread.
/// </summary>
/// <param name="city">The units of all dates.</param>
/// <param name="current">The units of the map's day with the shapes that they have.</param>
/// <param name="day">The day.</param>
internal sealed class BoundaryDraft(AdministrativeTree city, UnitLayer current, DateOnly day)
{
    private readonly TreeOfDate _tree = city.On(day);
    private readonly Dictionary<AdministrativeUnitCode, DraftedUnit> _units = [];
    private readonly List<UnmatchedFeatureAnswer> _unmatched = [];
    private readonly List<MapRepairAnswer> _repairs = [];

    /// <summary>How many features the file has.</summary>
    public int Features { get; private set; }

    /// <summary>How many of them are units.</summary>
    public int Matched { get; private set; }

    /// <summary>The features that no unit was found for, or that cannot be read.</summary>
    public IReadOnlyList<UnmatchedFeatureAnswer> Unmatched => _unmatched;

    /// <summary>What was wrong with shapes.</summary>
    public IReadOnlyList<MapRepairAnswer> Repairs => _repairs;

    /// <summary>The units that the file draws.</summary>
    public IReadOnlyDictionary<AdministrativeUnitCode, DraftedUnit> Units => _units;

    /// <summary>The lowest units that nothing in the file draws, and whether they have a shape all the same.</summary>
    public ImmutableArray<(AdministrativeUnit Unit, bool HasShape)> Missing { get; private set; } = [];

    /// <summary>The new shapes, by code.</summary>
    public ImmutableDictionary<string, Geometry> Shapes { get; private set; } =
        ImmutableDictionary<string, Geometry>.Empty;

    /// <summary>The units of the day with the shapes that they had.</summary>
    public UnitLayer Current => current;

    /// <summary>Reads the file to its end; throws where it cannot be read.</summary>
    public void Read(
        MapFileReader reader, MapMapping mapping, AdministrativeLevel? level, CancellationToken cancellationToken)
    {
        var matcher = new BoundaryMatcher(city, _tree, mapping, level);
        foreach (var read in reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Features++;
            if ((read.Problem ?? TryTake(read, matcher)) is { } refusal)
            {
                _unmatched.Add(new UnmatchedFeatureAnswer(
                    read.Number,
                    read.Line,
                    read.Feature is { } feature ? Title(feature, mapping) : null,
                    refusal.Code,
                    refusal.Detail,
                    refusal.Hint));
            }
            else
            {
                Matched++;
            }
        }
    }

    /// <summary>Makes the map.</summary>
    public void Make(double toleranceMeters)
    {
        var units = _tree.Units.Select(unit => new CoverageUnit(
            unit.Code.Value,
            unit.UpperUnit?.Value,
            _units.GetValueOrDefault(unit.Code)?.Shape,
            current.Find(unit.Code)?.Shape)).ToList();
        var result = CoverageRepair.Repair(units, toleranceMeters);
        Shapes = result.Shapes;
        _repairs.AddRange(result.Notes.Select(note => MapRepairAnswer.Of(note.Note, note.Units, null)));
        Missing =
        [
            .. _tree.Units
                .Where(unit => _tree.ChildrenOf(unit.Code).IsEmpty && !_units.ContainsKey(unit.Code))
                .Select(unit => (unit, Shapes.ContainsKey(unit.Code.Value))),
        ];
    }

    /// <summary>The map as it is kept.</summary>
    public CityMap ToMap(string source) => new(
        _tree.From,
        source,
        [
            .. _tree.Units.Where(unit => Shapes.ContainsKey(unit.Code.Value)).Select(unit => new UnitShape(
                unit.Code, IsSchematic(unit), GridMaps.ToGrid(Shapes[unit.Code.Value]))),
        ]);

    /// <summary>Whether the new shape of a unit rests on one that was drawn and not surveyed.</summary>
    public bool IsSchematic(AdministrativeUnit unit) => _tree.SelfAndBelow(unit.Code)
        .Where(one => _tree.ChildrenOf(one.Code).IsEmpty && !_units.ContainsKey(one.Code))
        .Any(one => current.Find(one.Code)?.IsSchematic is true);

    private static string? Title(GeoJsonFeature feature, MapMapping mapping) =>
        (FeatureNames.Name(feature, mapping.Name) ?? FeatureNames.Code(feature, mapping.Code)) is { } title
            ? Refusals.Shown(title)
            : null;

    private Refusal? TryTake(MapFeature read, BoundaryMatcher matcher)
    {
        if (read.Feature is not { } feature)
        {
            throw new ArgumentException("A feature without a problem is there.", nameof(read)); // The reader's bug.
        }

        var (match, refusal) = matcher.Find(feature);
        if (match is null)
        {
            return refusal;
        }

        var (shape, notes) = feature.Geometry is { } geometry
            ? ShapeRepair.Repair(geometry)
            : (null, [new RepairNote(RepairKind.Empty, 1, null, 0)]);
        var code = match.Unit.Code;
        _repairs.AddRange(read.Notes.Concat(notes).Select(
            note => MapRepairAnswer.Of(note, [code.Value], read.Number)));
        if (shape is null || ShapeRepair.PolygonsOf(shape) is not { } area)
        {
            return new Refusal(
                "not_an_area",
                $"The shape of {match.Unit.NameVi} ({code}) is no area: "
                + $"it is {feature.Geometry?.GeometryType ?? "missing"}, or nothing is left of it.",
                "Draw the unit as a polygon.");
        }

        _units[code] = _units.TryGetValue(code, out var known)
            ? known with
            {
                Shape = OverlayNGRobust.Union([known.Shape, area]),
                Numbers = known.Numbers.Add(read.Number),
            }
            : new DraftedUnit(match, area, [read.Number]);
        return null;
    }
}
