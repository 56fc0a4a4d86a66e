using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Geo.Formats;

namespace Twin.Geo.Filters;

/// <summary>Reads CQL2 JSON (OGC 21-065r2, annex C). For one filter, one thread.</summary>
internal sealed class Cql2JsonParser
{
    private const string NodeHint =
        "Expected a text, a number, true, false, or an object with op and args, property, date, timestamp, interval, "
        + "bbox, or a GeoJSON geometry.";

    private static readonly string[] Comparisons = ["=", "<>", "<", ">", "<=", ">="];
    private static readonly string[] Arithmetics = ["+", "-", "*", "/", "%", "div", "^"];

    private int _parts;

    private Cql2JsonParser()
    {
    }

    /// <summary>Reads the whole filter.</summary>
    public static FilterNode Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Filter.MaxDepth });
            return new Cql2JsonParser().Node(document.RootElement, "$");
        }
        catch (JsonException error)
        {
            var column = error.BytePositionInLine + 1;
            var place = string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}, byte {column}");
            throw new FilterException(place, "The filter is not JSON, or nested too deep", FilterWords.DepthHint);
        }
        catch (InvalidOperationException)
        {
            // JsonElement throws it where a member has another type than the one asked for.
            throw new FilterException("$", "A member has a type that it cannot have", NodeHint);
        }
    }

    private FilterNode Node(JsonElement element, string place)
    {
        if (++_parts > Filter.MaxParts)
        {
            throw new FilterException(place, "The filter has too many parts", FilterWords.PartsHint);
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => new FilterNode.Literal(place, element.GetString()!), // A text is never null.
            JsonValueKind.Number => new FilterNode.Literal(place, element.GetDouble()),
            JsonValueKind.True => new FilterNode.Literal(place, true),
            JsonValueKind.False => new FilterNode.Literal(place, false),
            JsonValueKind.Object => Object(element, place),
            _ => throw new FilterException(place, $"A {element.ValueKind} stands where a value belongs", NodeHint),
        };
    }

    private FilterNode Object(JsonElement element, string place)
    {
        if (element.TryGetProperty("op", out var operation))
        {
            return Operation(operation.GetString() ?? string.Empty, Args(element, place), place);
        }

        if (element.TryGetProperty("property", out var property))
        {
            return new FilterNode.Property(place, property.GetString() ?? string.Empty);
        }

        foreach (var kind in new[] { "date", "timestamp" })
        {
            if (element.TryGetProperty(kind, out var text))
            {
                return FilterWords.TryReadTime(kind, text.GetString() ?? string.Empty, out var time)
                    ? new FilterNode.Literal(place, FilterTime.At(time))
                    : throw new FilterException(place, $"'{text}' is no {kind}", FilterWords.InstantHint);
            }
        }

        if (element.TryGetProperty("interval", out var interval))
        {
            return Ends(interval) is [var start, var end]
                ? new FilterNode.Interval(place, End(start, place + ".interval[0]"), End(end, place + ".interval[1]"))
                : throw new FilterException(place, "An interval has two ends", "Use .. for an open end.");
        }

        if (element.TryGetProperty("bbox", out var bbox))
        {
            double[] numbers = [.. bbox.EnumerateArray().Select(number => number.GetDouble())];
            return numbers.Length is 4 or 6
                ? new FilterNode.Literal(place, FilterBoxes.Of(numbers, place)) { IsBox = true }
                : throw new FilterException(place, "A bbox has four numbers, or six with heights", FilterBoxes.Hint);
        }

        return element.TryGetProperty("type", out _)
            ? new FilterNode.Literal(place, ReadGeometry(element, place))
            : throw new FilterException(place, "The object is none that a filter knows", NodeHint);
    }

    private FilterNode Operation(string name, JsonElement[] args, string place)
    {
        if (name is "and" or "or")
        {
            Require(name, args.Length >= 1, "one or more conditions", place);
            return new FilterNode.Logic(
                place, name is "and", [.. args.Select((arg, i) => Node(arg, Arg(place, i)))]);
        }

        if (name is "not" or "isNull" or "casei" or "accenti")
        {
            Require(name, args.Length == 1, "one argument", place);
            var part = Node(args[0], Arg(place, 0));
            return name switch
            {
                "not" => new FilterNode.Not(place, part),
                "isNull" => new FilterNode.IsNull(place, part),
                _ => new FilterNode.Fold(place, name is "accenti", part),
            };
        }

        if (name is "between")
        {
            Require(name, args.Length == 3, "a value and two ends", place);
            return new FilterNode.Between(
                place, Node(args[0], Arg(place, 0)), Node(args[1], Arg(place, 1)), Node(args[2], Arg(place, 2)));
        }

        Require(name, args.Length == 2, "two arguments", place);
        if (name is "in")
        {
            ImmutableArray<FilterNode> items =
            [
                .. args[1].EnumerateArray().Select((item, i) => Node(item, Arg(Arg(place, 1), i))),
            ];
            Require(name, items.Length > 0, "a value and a list that is not empty", place);
            return new FilterNode.In(place, Node(args[0], Arg(place, 0)), items);
        }

        return Pair(name, Node(args[0], Arg(place, 0)), Node(args[1], Arg(place, 1)), place);
    }

    private static FilterNode Pair(string name, FilterNode left, FilterNode right, string place)
    {
        if (name is "like")
        {
            return new FilterNode.Like(place, left, right);
        }

        if (Comparisons.Contains(name, StringComparer.Ordinal))
        {
            return new FilterNode.Comparison(place, name, left, right);
        }

        if (Arithmetics.Contains(name, StringComparer.Ordinal))
        {
            return new FilterNode.Arithmetic(place, name, left, right);
        }

        if (FilterWords.TryFindSpatial(name, out var spatial))
        {
            return new FilterNode.Spatial(place, spatial, left, right);
        }

        return FilterWords.TryFindTemporal(name, out var temporal)
            ? new FilterNode.Temporal(place, temporal, left, right)
            : throw new FilterException(place, $"There is no operation '{name}'", FilterWords.FunctionsHint);
    }

    private FilterNode? End(JsonElement end, string place)
    {
        if (end.ValueKind != JsonValueKind.String)
        {
            return Node(end, place);
        }

        if (!FilterWords.TryReadEnd(end.GetString() ?? string.Empty, out var time))
        {
            throw new FilterException(place, $"'{end}' is no time", "Use a day, an instant, or .. for an open end.");
        }

        return time is { } instant ? new FilterNode.Literal(place, FilterTime.At(instant)) : null;
    }

    private static Geometry ReadGeometry(JsonElement element, string place)
    {
        try
        {
            return GeoJsonFeatureReader.ReadGeometry(element);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new FilterException(place, error.Message.TrimEnd('.'), "Give a geometry of RFC 7946.");
        }
    }

    private static JsonElement[] Args(JsonElement element, string place) =>
        element.TryGetProperty("args", out var args) && args.ValueKind == JsonValueKind.Array
            ? [.. args.EnumerateArray()]
            : throw new FilterException(place, "The operation has no args", NodeHint);

    private static JsonElement[] Ends(JsonElement interval) =>
        interval.ValueKind == JsonValueKind.Array ? [.. interval.EnumerateArray()] : [];

    private static string Arg(string place, int index) =>
        new StringBuilder(place).Append(CultureInfo.InvariantCulture, $".args[{index}]").ToString();

    private static void Require(string name, bool holds, string wanted, string place)
    {
        if (!holds)
        {
            throw new FilterException(place, $"'{name}' has other arguments", $"Expected {wanted}.");
        }
    }
}
