using System.Collections.Immutable;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Geo.Formats;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>Looks at a map file before its places are imported. Stateless.</summary>
internal static class PlaceInspector
{
    private const int Features = 200;
    private const int MaxColumns = 200;

    // A shapefile cuts names to ten bytes.
    private const int DbfNameLength = 10;

    private static readonly ImmutableArray<(string Field, string[] Words)> Known =
    [
        ("nameVi", ["ten", "ten tram", "ten vung", "ten tuyen", "name", "name vi"]),
        ("nameEn", ["ten tieng anh", "name en"]),
        ("code", ["ma", "ma tram", "ma vung", "ma tuyen", "id", "code"]),
        ("kind", ["loai", "loai hinh", "type", "kind"]),
        ("operators", ["nha mang", "doanh nghiep", "operator"]),
        ("technology", ["cong nghe", "tech"]),
        ("status", ["tinh trang", "trang thai"]),
        ("onAirDate", ["ngay phat song"]),
        ("heightMeters", ["do cao", "chieu cao", "height"]),
        ("structureOwner", ["chu ha tang", "chu so huu cot"]),
        ("address", ["dia chi"]),
        ("operator", ["don vi van hanh"]),
        ("capacity", ["suc chua", "quy mo"]),
        ("purpose", ["muc dich"]),
        ("source", ["nguon", "van ban"]),
        ("placement", ["bo tri cap"]),
        ("roadClass", ["cap duong"]),
        ("owner", ["chu so huu"]),
        ("lengthKilometers", ["chieu dai", "km"]),
        ("validFrom", ["tu ngay", "ngay", "ngay hieu luc", "valid from", "from"]),
    ];

    /// <summary>What the file looks like; throws <see cref="MapFileException"/> where it cannot be read.</summary>
    public static PlaceInspectionAnswer Inspect(MapUpload upload, PlaceSchema schema)
    {
        using var reader = upload.Open();
        var columns = Columns(reader);
        var fields = PlaceFieldAnswer.Of(schema);
        return new PlaceInspectionAnswer
        {
            FileName = upload.FileName,
            Format = reader.Format,
            Crs = Crs(reader),
            Columns = columns,
            Fields = fields,
            Suggested = fields.Select(field => (field.Name, Column: Suggest(field.Name, columns)))
                .Where(pair => pair.Column is not null)
                .ToImmutableDictionary(
                    pair => pair.Name, pair => pair.Column ?? string.Empty, StringComparer.Ordinal),
        };
    }

    private static string? Crs(MapFileReader reader)
    {
        try
        {
            return reader.FindCrs().Uri;
        }
        catch (MapFileException exception) when (exception.Refusal.Code is "unknown_crs")
        {
            return null; // The file is a map all the same; which system it is in is still to be said.
        }
    }

    private static List<PlaceColumnAnswer> Columns(MapFileReader reader)
    {
        var order = new List<string>();
        var samples = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var feature in reader.Peek(Features))
        {
            foreach (var (name, value) in feature.Properties)
            {
                if (!samples.ContainsKey(name) && order.Count < MaxColumns)
                {
                    order.Add(name);
                    samples[name] = null;
                }

                if (samples.TryGetValue(name, out var known) && known is null
                    && FeatureNames.Text(value) is { } text)
                {
                    samples[name] = Refusals.Shown(text);
                }
            }
        }

        return [.. order.Select(name => new PlaceColumnAnswer(name, samples[name]))];
    }

    private static string? Suggest(string field, List<PlaceColumnAnswer> columns)
    {
        var words = Known.FirstOrDefault(one => one.Field.Equals(field, StringComparison.Ordinal)).Words ?? [];
        return columns.Find(column => IsNamed(column.Name, field))?.Name
            ?? words.Select(word => columns.Find(column =>
                    FoldedText.Fold(column.Name).Equals(word, StringComparison.Ordinal))?.Name)
                .FirstOrDefault(name => name is not null);
    }

    private static bool IsNamed(string column, string field) =>
        column.Equals(field, StringComparison.OrdinalIgnoreCase)
        || (column.Length == DbfNameLength && field.StartsWith(column, StringComparison.OrdinalIgnoreCase));
}
