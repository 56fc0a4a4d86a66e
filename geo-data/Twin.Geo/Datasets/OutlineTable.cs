using System.Globalization;
using Twin.Model.Space;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>outline.csv</c>: the vertices of each landmass, in order.</summary>
internal static class OutlineTable
{
    public const string File = "outline.csv";

    private const int MinVertices = 3;

    private static readonly string[] Columns = ["ring", "sequence", "longitude", "latitude"];

    public static List<OutlineRing> Read(string directory, ProblemList problems)
    {
        var rings = new List<OutlineRing>();
        var rows = CsvTable.Read(directory, File, Columns, [], problems);
        foreach (var ring in rows.GroupBy(row => row.Text("ring"), StringComparer.Ordinal))
        {
            var vertices = new List<GeoPosition>();
            foreach (var row in ring)
            {
                if (row.Count("sequence") is { } sequence && sequence != vertices.Count + 1)
                {
                    row.Invalid(
                        "sequence", sequence.ToString(CultureInfo.InvariantCulture),
                        "Number the vertices of a ring from 1, without gaps.");
                }

                vertices.Add(new GeoPosition(
                    row.RequiredNumber("longitude", -180, 180), row.RequiredNumber("latitude", -90, 90)));
            }

            if (vertices.Count < MinVertices || SignedArea(vertices) <= 0)
            {
                ring.First().Invalid(
                    "ring", ring.Key, $"Give at least {MinVertices} vertices, counter-clockwise.");
            }

            rings.Add(new OutlineRing(ring.Key, [.. vertices]));
        }

        return rings;
    }

    private static double SignedArea(List<GeoPosition> vertices)
    {
        var twice = 0.0;
        for (var (i, j) = (0, vertices.Count - 1); i < vertices.Count; j = i++)
        {
            twice += (vertices[j].LongitudeDegrees * vertices[i].LatitudeDegrees)
                - (vertices[i].LongitudeDegrees * vertices[j].LatitudeDegrees);
        }

        return twice / 2;
    }
}
