using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Geo.Datasets;
using Twin.Geo.Formats;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Geo.Fleet;

/// <summary>
/// Reads <c>fishing-zones.geojson</c>: zones as polygons, each with <c>code</c>, <c>kind</c>, names, first and last
/// day, a season as <c>MM-dd</c>, a province, and its source; <c>home</c> says that the province is that of the fleet.
/// </summary>
internal static class FishingZoneFile
{
    public const string File = "fishing-zones.geojson";

    private static readonly GeometryFactory Shapes = new();

    /// <summary>The zones with the land of the dataset, and the province of the fleet.</summary>
    public static (IZoneSource Zones, string? HomeProvince) Read(string directory, ProblemList problems)
    {
        var path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path))
        {
            return (NoZones.Instance, null);
        }

        if (new FileInfo(path).Length > DatasetReader.MaxFileBytes)
        {
            Report(problems, DatasetProblemCodes.FileTooLarge, "The file is too large.", "Simplify the zones.");
            return (NoZones.Instance, null);
        }

        if (!GeoJsonFeatureReader.TryRead(System.IO.File.ReadAllBytes(path), out var features, out var refusal))
        {
            Report(problems, DatasetProblemCodes.MalformedJson, refusal.Detail, refusal.Hint);
            return (NoZones.Instance, null);
        }

        var zones = new List<(FishingZone Zone, Geometry Shape)>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        string? home = null;
        foreach (var feature in features)
        {
            if (Zone(feature, problems) is not { } zone || feature.Geometry is not (Polygon or MultiPolygon))
            {
                Report(
                    problems, DatasetProblemCodes.InvalidValue, "A zone is no polygon, or lacks something.",
                    "Give code, kind, name_vi, name_en, from and source, and a Polygon or MultiPolygon.");
            }
            else if (!codes.Add(zone.Code))
            {
                Report(
                    problems, DatasetProblemCodes.DuplicateKey, $"The zone {zone.Code} is drawn twice.", "Drop one.");
            }
            else
            {
                zones.Add((zone, feature.Geometry));
                home = feature.Property("home") is { ValueKind: JsonValueKind.True } ? zone.Province : home;
            }
        }

        return (new ZoneRaster(zones, Land(directory, problems)), home);
    }

    private static FishingZone? Zone(GeoJsonFeature feature, ProblemList problems)
    {
        if (Text(feature, "code") is not { } code || Kind(Text(feature, "kind")) is not { } kind
            || Text(feature, "name_vi") is not { } nameVi || Text(feature, "name_en") is not { } nameEn
            || Text(feature, "source") is not { } source || Day(Text(feature, "from")) is not { } from)
        {
            return null;
        }

        var (to, begins, ends) = (Text(feature, "to"), Text(feature, "season_from"), Text(feature, "season_to"));
        Season? season = MonthDay(begins) is { } first && MonthDay(ends) is { } last
            ? new Season(first.Month, first.Day, last.Month, last.Day)
            : null;
        if ((to is not null && Day(to) is null) || (season is null && (begins ?? ends) is not null))
        {
            Report(
                problems, DatasetProblemCodes.InvalidValue, $"A day of the zone {code} cannot be read.",
                "Write days as 2026-04-15, and a season by season_from and season_to as 04-15.");
        }

        return new FishingZone(
            code, kind, nameVi, nameEn, from, Day(to), season, Text(feature, "province"), source);
    }

    // Ports have a table of their own, and "outside" is where nothing is drawn.
    private static ZoneKind? Kind(string? word) => word switch
    {
        "coastal" => ZoneKind.Coastal,
        "inshore" => ZoneKind.Inshore,
        "offshore" => ZoneKind.Offshore,
        "foreign" => ZoneKind.Foreign,
        "closed" => ZoneKind.Closed,
        _ => null,
    };

    private static Polygon[] Land(string directory, ProblemList problems) =>
        System.IO.File.Exists(Path.Combine(directory, OutlineTable.File))
            ? [.. OutlineTable.Read(directory, problems).Where(ring => ring.Vertices.Length > 2).Select(Area)]
            : [];

    private static Polygon Area(OutlineRing ring) => Shapes.CreatePolygon(
        [.. ring.Vertices.Append(ring.Vertices[0]).Select(Coordinate)]);

    private static Coordinate Coordinate(GeoPosition position) =>
        new(position.LongitudeDegrees, position.LatitudeDegrees);

    private static string? Text(GeoJsonFeature feature, string name) =>
        feature.Property(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value
            ? value
            : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Read in a leap year, so that the last day of February may be in it.
    private static DateOnly? MonthDay(string? text) => text is null ? null : Day("2024-" + text);

    private static void Report(ProblemList problems, string code, string detail, string hint) =>
        problems.Add(File, 0, code, detail, hint);
}
