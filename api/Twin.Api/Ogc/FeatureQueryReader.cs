using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>Reads which features are wanted. For one request, one thread.</summary>
internal sealed class FeatureQueryReader(QueryReader query, IFeatureCollection collection)
{
    private const string Prefix = "after:";

    // Along each side of a box of another system: its sides are bent in CRS84, by a meter on 10 km at the most.
    private const int PointsPerSide = 32;

    private static readonly GeometryFactory Factory = new();

    private Refusal? _refusal;

    /// <summary>Why the parameters were not accepted; <c>null</c> while they are.</summary>
    public Refusal? Refusal => query.Refusal ?? _refusal;

    /// <summary>The text of a cursor.</summary>
    public static string Cursor(string afterId) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Prefix + afterId));

    /// <summary>Reads everything; look at <see cref="Refusal"/> before using it.</summary>
    public FeatureQuery Read(DateOnly today) => new()
    {
        Days = DayInterval.Read(query, today),
        // More than is given at once is no error (OGC 17-069r4, /req/core/fc-limit-response-1).
        Limit = (int)Math.Min(query.Number("limit", 1, long.MaxValue) ?? Page.DefaultLimit, Page.MaxLimit),
        After = ReadCursor(),
        System = query.ReadCrs(),
        Box = ReadBox(),
        Filter = ReadFilter(),
        Values = ReadValues(),
    };

    private string? ReadCursor()
    {
        if (query.Text("cursor") is not { } text)
        {
            return null;
        }

        try
        {
            if (Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) is { } decoded
                && decoded.StartsWith(Prefix, StringComparison.Ordinal))
            {
                return decoded[Prefix.Length..];
            }
        }
        catch (FormatException)
        {
            // No cursor of ours: refused below.
        }

        query.Refuse("cursor", "Take the cursor from the link 'next' of the page before.");
        return null;
    }

    private IPreparedGeometry? ReadBox()
    {
        const string Hint =
            "Use west,south,east,north, or six numbers with heights, in the order of the axes of bbox-crs.";

        var system = query.ReadCrs("bbox-crs");
        if (query.Text("bbox", 200) is not { } text)
        {
            return null;
        }

        if (SpaceParameters.TryReadNumbers(text, out var numbers) && numbers.Length is 4 or 6)
        {
            var (x1, y1) = (numbers[0], numbers[1]);
            var (x2, y2) = numbers.Length == 4 ? (numbers[2], numbers[3]) : (numbers[3], numbers[4]);
            if (BoxOf(system, x1, y1, x2, y2) is { } box)
            {
                return PreparedGeometryFactory.Prepare(box);
            }
        }

        query.Refuse("bbox", $"{Hint} {system.Name}: {system.AxesHint}.");
        return null;
    }

    /// <summary>The box in CRS84; <c>null</c> where it is none, or lies outside its system.</summary>
    public static Geometry? BoxOf(CoordinateReferenceSystem system, double x1, double y1, double x2, double y2)
    {
        if (!system.TryToCrs84(x1, y1, out var low) || !system.TryToCrs84(x2, y2, out var high))
        {
            return null;
        }

        if (!system.IsGeographic)
        {
            return x1 <= x2 && y1 <= y2 ? Bent(system, new Envelope(x1, x2, y1, y2)) : null;
        }

        if (low.LatitudeDegrees > high.LatitudeDegrees)
        {
            return null;
        }

        var (west, east) = (low.LongitudeDegrees, high.LongitudeDegrees);
        var (south, north) = (low.LatitudeDegrees, high.LatitudeDegrees);
        return west <= east
            ? Factory.ToGeometry(new Envelope(west, east, south, north))
            : Factory.BuildGeometry(
                [
                    Factory.ToGeometry(new Envelope(west, 180, south, north)),
                    Factory.ToGeometry(new Envelope(-180, east, south, north)),
                ]);
    }

    private static Geometry Bent(CoordinateReferenceSystem system, Envelope box)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return system.ToCrs84(Factory.ToGeometry(box));
        }

        var corners = Factory.ToGeometry(box).Coordinates;
        var ring = new List<Coordinate>();
        for (var side = 0; side < 4; side++)
        {
            for (var i = 0; i < PointsPerSide; i++)
            {
                var (share, from, to) = ((double)i / PointsPerSide, corners[side], corners[side + 1]);
                ring.Add(new Coordinate(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
            }
        }

        ring.Add(ring[0].Copy());
        return system.ToCrs84(Factory.CreatePolygon([.. ring]));
    }

    private Filter? ReadFilter()
    {
        var language = query.Choice(FeatureParameters.FilterLanguage);
        var system = query.ReadCrs("filter-crs");
        if (query.Text("filter", Filter.MaxLength) is not { } text)
        {
            return null;
        }

        FilterProperty[] properties =
        [
            .. collection.Properties.Select(property => new FilterProperty(property.Name, property.Type)),
            new("geometry", FilterType.Geometry),
        ];
        var isRead = language is FeatureParameters.Json
            ? Filter.TryParseJson(text, properties, system, out var filter, out var refusal)
            : Filter.TryParseText(text, properties, system, out filter, out refusal);
        if (!isRead)
        {
            _refusal ??= new Refusal(
                ProblemCodes.InvalidParameter,
                $"The parameter 'filter' cannot be read. {refusal?.Detail}",
                refusal?.Hint ?? string.Empty);
        }

        return filter;
    }

    private ImmutableArray<KeyValuePair<int, object>> ReadValues()
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<int, object>>();
        for (var i = 0; i < collection.Properties.Length; i++)
        {
            var property = collection.Properties[i];
            if (query.Text(property.Name) is not { } text)
            {
                continue;
            }

            if (ValueOf(property.Type, text) is { } value)
            {
                values.Add(new KeyValuePair<int, object>(i, value));
            }
            else
            {
                query.Refuse(property.Name, $"{property.Description}: use a {property.JsonType}.");
            }
        }

        return values.ToImmutable();
    }

    private static object? ValueOf(FilterType type, string text) => type switch
    {
        FilterType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null,
        FilterType.Flag => text switch { "true" => true, "false" => false, _ => null },
        FilterType.Time => FilterTime.Parse(text),
        _ => text,
    };
}
