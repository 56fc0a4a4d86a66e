using System.Globalization;
using Twin.Model.Plans;

namespace Twin.Geo.Datasets;

/// <summary>
/// Reads <c>pathways.csv</c>, which a dataset may go without: the paths that plans lay down, a row a point. The first
/// point of a target is its baseline, the others are steps; a row without date and value says that there is no path.
/// </summary>
internal static class PathwayTable
{
    public const string File = "pathways.csv";

    private static readonly string[] Columns = ["target", "kind", "date", "value", "basis"];

    public static List<Keyed<PathwayRow>> Read(string directory, ProblemList problems) =>
        !System.IO.File.Exists(Path.Combine(directory, File)) ? [] :
        [
            .. CsvTable.Read(directory, File, Columns, [], problems).Select(row => new Keyed<PathwayRow>(
                row,
                new PathwayRow(
                    row.Text("target"),
                    row.Choice(
                        "kind",
                        ("linear", PathwayKind.Linear),
                        ("s_curve", PathwayKind.SCurve),
                        ("steps", PathwayKind.Steps),
                        ("none", PathwayKind.None)),
                    Point(row)))),
        ];

    /// <summary>The paths, by target; reports rows of one target that do not fit together.</summary>
    public static Dictionary<string, Pathway> ToPathways(IEnumerable<Keyed<PathwayRow>> rows)
    {
        var pathways = new Dictionary<string, Pathway>(StringComparer.Ordinal);
        foreach (var (row, point) in rows)
        {
            if (!pathways.TryGetValue(point.TargetId, out var path))
            {
                pathways.Add(point.TargetId, new Pathway(point.Kind, point.Point, []));
            }
            else if (Fits(path, point))
            {
                pathways[point.TargetId] = path with { Steps = path.Steps.Add(point.Point.GetValueOrDefault()) };
            }
            else
            {
                row.Invalid(
                    "kind", row.Text("kind"), "Only a path in steps has more than one row, all dated in order.");
            }
        }

        return pathways;
    }

    private static bool Fits(Pathway path, PathwayRow next) =>
        path.Kind == PathwayKind.Steps && next.Kind == PathwayKind.Steps && next.Point is { } point
        && point.Date > (path.Steps is [.., var last] ? last.Date : path.Baseline.GetValueOrDefault().Date);

    private static PathwayPoint? Point(CsvRow row)
    {
        var (date, value) = (row.Date("date"), row.Number("value"));
        if (date is { } day && value is { } number)
        {
            return new PathwayPoint(day, number);
        }

        if (date is not null || value is not null)
        {
            row.Report(
                DatasetProblemCodes.MissingValue,
                string.Create(CultureInfo.InvariantCulture, $"A point of {row.Text("target")} is half empty."),
                "Write both date and value, or neither.");
        }

        return null;
    }
}
