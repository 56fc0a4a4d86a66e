using System.Globalization;
using CsvHelper;

namespace Twin.Geo.Formats;

/// <summary>Writes a CSV table (RFC 4180): the properties, and the geometry as well-known text. Stateless.</summary>
internal static class CsvMapWriter
{
    public static void Write(IReadOnlyList<GeoJsonFeature> features, TextWriter output)
    {
        var columns = MapColumns.Of(features);
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        if (columns.HasIds)
        {
            csv.WriteField(MapColumns.IdName);
        }

        foreach (var (name, _) in columns.Items)
        {
            csv.WriteField(name);
        }

        csv.WriteField("wkt");
        csv.NextRecord();
        foreach (var feature in features)
        {
            if (columns.HasIds)
            {
                csv.WriteField(Shown(feature.Id));
            }

            foreach (var (name, _) in columns.Items)
            {
                csv.WriteField(Shown(MapColumns.Text(feature.Property(name))));
            }

            csv.WriteField(feature.Geometry?.AsText());
            csv.NextRecord();
        }
    }

    // A spreadsheet takes what begins so for a formula (OWASP, CSV injection); a number stays one.
    private static string Shown(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text ?? string.Empty;
}
