using System.Globalization;
using System.Text.Json;
using Twin.Api.Text;
using Twin.Geo.Formats;

namespace Twin.Api.Exchange.Maps;

/// <summary>Finds what a feature is called among its properties, whatever their names are. Stateless.</summary>
internal static class FeatureNames
{
    private static readonly string[] Codes =
    [
        "code", "ma", "ma xa", "maxa", "ma huyen", "mahuyen", "ma tinh", "matinh", "ma dvhc", "madvhc", "gso",
        "gso code", "ma don vi", "id",
    ];

    private static readonly string[] Names =
    [
        "name vi", "namevi", "name", "ten", "ten xa", "tenxa", "ten huyen", "tenhuyen", "ten tinh", "tentinh",
        "ten dvhc", "tendvhc", "ten don vi", "tendonvi", "short name vi",
    ];

    /// <summary>The code of a feature; <c>null</c> where it has none.</summary>
    public static string? Code(GeoJsonFeature feature, string? property) =>
        Value(feature, property, Codes) ?? (property is null ? feature.Id : null);

    /// <summary>The name of a feature; <c>null</c> where it has none.</summary>
    public static string? Name(GeoJsonFeature feature, string? property) => Value(feature, property, Names);

    /// <summary>The text of a value; <c>null</c> where there is none.</summary>
    public static string? Text(JsonElement? value)
    {
        var text = value switch
        {
            { ValueKind: JsonValueKind.String } one => one.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole)
                ? whole.ToString(CultureInfo.InvariantCulture)
                : number.GetDouble().ToString("R", CultureInfo.InvariantCulture),
            { ValueKind: JsonValueKind.True } => "true",
            { ValueKind: JsonValueKind.False } => "false",
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static string? Value(GeoJsonFeature feature, string? property, string[] known)
    {
        if (property is not null)
        {
            return Text(feature.Property(property));
        }

        // In the order of the list, so that a name in Vietnamese goes before one in ASCII.
        foreach (var name in known)
        {
            foreach (var (key, value) in feature.Properties)
            {
                if (string.Equals(FoldedText.Fold(key), name, StringComparison.Ordinal) && Text(value) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }
}
