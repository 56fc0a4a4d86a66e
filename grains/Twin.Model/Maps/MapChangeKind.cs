using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Model.Maps;

/// <summary>
/// A change of the shapes of units: a map takes the place of the one that the units of its day had. Units, figures and
/// targets stay as they are. The tree is made anew, though it says the same, because whatever is drawn of units is kept
/// by the tree that it was drawn for.
/// </summary>
public sealed class MapChangeKind : ICityChangeKind
{
    /// <summary>The name of the kind.</summary>
    public const string Name = "map";

    /// <summary>Characters of the source at most.</summary>
    public const int MaxSourceLength = 200;

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>The payload of a map.</summary>
    public static string Write(CityMap map) => JsonSerializer.Serialize(
        new MapPayload
        {
            Date = map.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Source = map.Source,
            Shapes =
            [
                .. map.Shapes.Select(shape => new MapPayloadShape
                {
                    Unit = shape.Unit.Value,
                    Schematic = shape.IsSchematic,
                    Shape = Convert.ToBase64String(GridShape.Encode(shape.Polygons)),
                }),
            ],
        },
        MapJson.Default.MapPayload);

    /// <inheritdoc/>
    public ChangeOutcome Apply(CityDefinition city, CityChange change)
    {
        if (!TryRead(change.Payload, out var payload, out var refusal)
            || !TryFindTree(city.Tree, payload.Date, out var tree, out refusal))
        {
            return new ChangeOutcome.Refused([refusal]);
        }

        var shapes = new SortedDictionary<AdministrativeUnitCode, UnitShape>();
        foreach (var given in payload.Shapes)
        {
            if (!TryRead(given, tree, out var shape, out refusal))
            {
                return new ChangeOutcome.Refused([refusal]);
            }

            if (!shapes.TryAdd(shape.Unit, shape))
            {
                return Refused("drawn_twice", $"The unit {shape.Unit} is drawn twice.", "Send one shape a unit.");
            }
        }

        var map = new CityMap(tree.From, payload.Source ?? string.Empty, [.. shapes.Values]);
        var others = city.Maps.Where(one => one.ValidFrom != tree.From);
        return new ChangeOutcome.Applied(
            city with
            {
                Tree = new AdministrativeTree(city.Tree.Versions),
                Maps = [.. others.Append(map).OrderBy(one => one.ValidFrom)],
            },
            []);
    }

    private static ChangeOutcome.Refused Refused(string code, string detail, string hint) =>
        new([new Refusal(code, detail, hint)]);

    private static bool TryRead(
        string json, [NotNullWhen(true)] out MapPayload? payload, [NotNullWhen(false)] out Refusal? refusal)
    {
        const string Hint = "Send {\"date\", \"source\", \"shapes\": [{\"unit\", \"schematic\", \"shape\"}]}, or "
            + "upload a map file to /v1/imports/boundaries, which makes it.";
        payload = null;
        refusal = null;
        try
        {
            payload = JsonSerializer.Deserialize(json, MapJson.Default.MapPayload);
            if (payload is { Shapes.IsDefaultOrEmpty: false, Source: null or { Length: <= MaxSourceLength } })
            {
                return true;
            }

            refusal = new Refusal("no_shapes", "The map has no shapes, or its source is too long.", Hint);
        }
        catch (JsonException exception)
        {
            refusal = new Refusal("invalid_payload", $"The payload cannot be read at {exception.Path ?? "$"}.", Hint);
        }

        return false;
    }

    private static bool TryFindTree(
        AdministrativeTree all,
        string? text,
        [NotNullWhen(true)] out TreeOfDate? tree,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        tree = DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? all.On(date) : null;
        if (tree is { Units.IsEmpty: false })
        {
            return true;
        }

        refusal = new Refusal(
            "invalid_date", $"The date cannot be '{text}'.", "Send a day on which units stand, such as 2025-07-01.");
        return false;
    }

    private static bool TryRead(
        MapPayloadShape? given,
        TreeOfDate tree,
        [NotNullWhen(true)] out UnitShape? shape,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        shape = null;
        refusal = null;
        if (!AdministrativeUnitCode.TryParse(given?.Unit, out var code) || tree.Find(code) is null)
        {
            refusal = new Refusal(
                "unknown_unit",
                string.Create(
                    CultureInfo.InvariantCulture, $"'{given?.Unit}' is no unit on {tree.From:yyyy-MM-dd}."),
                "Send codes of units that stand on the date.");
            return false;
        }

        var bytes = new byte[given?.Shape?.Length ?? 0];
        if (!Convert.TryFromBase64String(given?.Shape ?? string.Empty, bytes, out var length)
            || !GridShape.TryDecode(bytes.AsSpan(0, length), out var polygons))
        {
            refusal = new Refusal("invalid_shape", $"The shape of {code} cannot be read.", "Upload the map file anew.");
            return false;
        }

        shape = new UnitShape(code, given?.Schematic ?? false, polygons);
        return true;
    }
}
