using System.Collections.Immutable;
using System.Text.Json;

namespace Twin.Geo.Formats;

/// <summary>The columns that the properties of features make in a table. Immutable.</summary>
/// <param name="Items">Name and type, in the order in which they first appear.</param>
internal sealed record MapColumns(ImmutableArray<(string Name, MapColumnType Type)> Items)
{
    /// <summary>The name of the column for ids.</summary>
    public const string IdName = "id";

    /// <summary>Whether any feature has an id that is not among its properties as well.</summary>
    public bool HasIds { get; private init; }

    /// <summary>The columns of some features.</summary>
    public static MapColumns Of(IReadOnlyList<GeoJsonFeature> features)
    {
        var types = new Dictionary<string, MapColumnType>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var (name, value) in features.SelectMany(feature => feature.Properties))
        {
            if (!types.TryGetValue(name, out var known))
            {
                names.Add(name);
            }

            types[name] = Join(known, TypeOf(value));
        }

        return new MapColumns([.. names.Select(name => (name, types[name]))])
        {
            HasIds = !types.ContainsKey(IdName) && features.Any(feature => feature.Id is not null),
        };
    }

    /// <summary>The text of a value: that of a string as it is, of anything else as JSON; empty for null.</summary>
    public static string Text(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => string.Empty,
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? string.Empty,
        { } other => other.GetRawText(),
    };

    private static MapColumnType TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => MapColumnType.Nothing,
        JsonValueKind.True or JsonValueKind.False => MapColumnType.Boolean,
        JsonValueKind.Number => value.TryGetInt64(out _) ? MapColumnType.Integer : MapColumnType.Real,
        _ => MapColumnType.Text,
    };

    private static MapColumnType Join(MapColumnType one, MapColumnType other) => (one, other) switch
    {
        _ when one == other => one,
        (MapColumnType.Nothing, _) => other,
        (_, MapColumnType.Nothing) => one,
        (MapColumnType.Integer, MapColumnType.Real) or (MapColumnType.Real, MapColumnType.Integer) =>
            MapColumnType.Real,
        _ => MapColumnType.Text,
    };
}
