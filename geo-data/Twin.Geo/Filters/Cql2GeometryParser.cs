using System.Globalization;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Filters;

/// <summary>
/// Reads geometries as well-known text, and BBOX, from the words of a filter; a third coordinate is dropped. For one
/// geometry, one thread.
/// </summary>
/// <param name="peek">The next word.</param>
/// <param name="take">Goes on to the word after.</param>
/// <param name="unexpected">Makes the error of a next word that does not fit.</param>
internal sealed class Cql2GeometryParser(Func<Cql2Token> peek, Action take, Func<string, FilterException> unexpected)
{
    private const string PositionHint = "Expected two numbers with a space between, such as 106.7 20.8.";
    private const int MaxDepth = 8;

    private static readonly GeometryFactory Factory = new();
    private static readonly string[] Types =
    [
        "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "BBOX",
    ];

    /// <summary>Whether a word starts a geometry.</summary>
    public static bool IsGeometry(string name) => Types.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads what follows the name of the type.</summary>
    public Geometry Parse(string type, string place, int depth = 0)
    {
        try
        {
            return type switch
            {
                "POINT" => InParentheses(() => Factory.CreatePoint(Position())),
                "LINESTRING" => Line(),
                "POLYGON" => Polygon(),
                "MULTIPOINT" => Factory.CreateMultiPoint([.. Several(PointOfMany)]),
                "MULTILINESTRING" => Factory.CreateMultiLineString([.. Several(Line)]),
                "MULTIPOLYGON" => Factory.CreateMultiPolygon([.. Several(Polygon)]),
                "GEOMETRYCOLLECTION" => Factory.CreateGeometryCollection([.. Several(() => Member(depth))]),
                _ => Box(place),
            };
        }
        catch (ArgumentException)
        {
            // What NetTopologySuite says of rings that are too short or open.
            throw new FilterException(
                place,
                $"The {type} is not one",
                "Lines have two positions or more; rings have four or more and close.");
        }
    }

    private Geometry Member(int depth)
    {
        var token = peek();
        var name = token.Text.ToUpperInvariant();
        if (!IsGeometry(name) || name is "BBOX" || depth >= MaxDepth)
        {
            throw unexpected("Expected a geometry such as POINT(106.7 20.8).");
        }

        take();
        return Parse(name, string.Create(CultureInfo.InvariantCulture, $"character {token.Start + 1}"), depth + 1);
    }

    private Point PointOfMany() => peek().Is("(")
        ? InParentheses(() => Factory.CreatePoint(Position()))
        : Factory.CreatePoint(Position());

    private LineString Line() => Factory.CreateLineString([.. Several(Position)]);

    private Polygon Polygon()
    {
        var rings = Several(() => Factory.CreateLinearRing([.. Several(Position)]));
        return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private Geometry Box(string place)
    {
        var numbers = Several(Number);
        return numbers.Count is 4 or 6
            ? FilterBoxes.Of(numbers, place)
            : throw new FilterException(place, "A BBOX has four numbers, or six with heights", FilterBoxes.Hint);
    }

    private T InParentheses<T>(Func<T> parse)
    {
        Expect("(");
        var item = parse();
        Expect(")");
        return item;
    }

    private List<T> Several<T>(Func<T> parse)
    {
        Expect("(");
        var items = new List<T> { parse() };
        while (peek().Is(","))
        {
            take();
            items.Add(parse());
        }

        Expect(")");
        return items;
    }

    private Coordinate Position()
    {
        var (x, y) = (Number(), Number());
        if (!peek().Is(",") && !peek().Is(")"))
        {
            Number();
        }

        return new Coordinate(x, y);
    }

    private double Number()
    {
        var isNegative = peek().Is("-");
        if (isNegative)
        {
            take();
        }

        var token = peek();
        if (token.Kind != Cql2TokenKind.Number
            || !double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            throw unexpected(PositionHint);
        }

        take();
        return isNegative ? -number : number;
    }

    private void Expect(string sign)
    {
        if (!peek().Is(sign))
        {
            throw unexpected($"Expected {sign}.");
        }

        take();
    }
}
