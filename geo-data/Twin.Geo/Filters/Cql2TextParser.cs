using System.Collections.Immutable;
using System.Globalization;

namespace Twin.Geo.Filters;

/// <summary>
/// Reads CQL2 text (OGC 21-065r2, annex B) by recursive descent. One grammar for values and conditions, so that a
/// parenthesis needs no looking ahead; the compiler tells whether a condition stands where a value belongs. For one
/// text, one thread.
/// </summary>
internal sealed class Cql2TextParser
{
    private const string ValueHint =
        "Expected a property, a number, a text in single quotes, TRUE, FALSE, DATE('…'), TIMESTAMP('…'), a geometry "
        + "such as POINT(106.7 20.8), a function such as S_INTERSECTS(…) or a parenthesis.";

    private static readonly string[] Comparisons = ["=", "<>", "<", ">", "<=", ">="];

    private readonly Cql2Lexer _lexer;
    private Cql2Token _next;
    private int _depth;
    private int _parts;

    public Cql2TextParser(string text)
    {
        _lexer = new Cql2Lexer(text);
        _next = _lexer.Next();
    }

    /// <summary>Reads the whole text.</summary>
    public FilterNode Parse()
    {
        var node = ParseOr();
        return _next.Kind == Cql2TokenKind.End
            ? node
            : throw Unexpected("Expected AND, OR, a comparison or the end.");
    }

    private FilterNode ParseOr() => ParseLogic("OR", false, ParseAnd);

    private FilterNode ParseAnd() => ParseLogic("AND", true, ParseNot);

    private FilterNode ParseLogic(string word, bool isAll, Func<FilterNode> parsePart)
    {
        var first = parsePart();
        if (!_next.Is(word))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<FilterNode>();
        parts.Add(first);
        while (TryTake(word, out _))
        {
            parts.Add(parsePart());
        }

        return Count(new FilterNode.Logic(first.Place, isAll, parts.ToImmutable()));
    }

    private FilterNode ParseNot()
    {
        if (!TryTake("NOT", out var place))
        {
            return ParseCondition();
        }

        Enter();
        var node = Count(new FilterNode.Not(place, ParseNot()));
        _depth--;
        return node;
    }

    private FilterNode ParseCondition()
    {
        var value = ParseSum();
        if (_next.Kind == Cql2TokenKind.Sign && Comparisons.Contains(_next.Text, StringComparer.Ordinal))
        {
            var (sign, at) = (_next.Text, Place(_next));
            Take();
            return Count(new FilterNode.Comparison(at, sign, value, ParseSum()));
        }

        if (TryTake("IS", out var place))
        {
            var isNot = TryTake("NOT", out _);
            Expect("NULL");
            return Opposite(isNot, Count(new FilterNode.IsNull(place, value)));
        }

        var isNegated = TryTake("NOT", out var negation);
        FilterNode? condition = null;
        if (TryTake("LIKE", out place))
        {
            condition = new FilterNode.Like(place, value, ParseSum());
        }
        else if (TryTake("ILIKE", out place))
        {
            // Not in CQL2, but what some programs send that mean LIKE with CASEI on both sides.
            condition = new FilterNode.Like(
                place,
                new FilterNode.Fold(place, false, value),
                new FilterNode.Fold(place, false, ParseSum()));
        }
        else if (TryTake("BETWEEN", out place))
        {
            var low = ParseSum();
            Expect("AND");
            condition = new FilterNode.Between(place, value, low, ParseSum());
        }
        else if (TryTake("IN", out place))
        {
            Expect("(");
            condition = new FilterNode.In(place, value, ParseList());
        }
        else if (isNegated)
        {
            throw new FilterException(negation, "Nothing follows NOT", "Expected LIKE, BETWEEN or IN.");
        }

        return condition is null ? value : Opposite(isNegated, Count(condition));
    }

    private static FilterNode Opposite(bool isOpposite, FilterNode node) =>
        isOpposite ? new FilterNode.Not(node.Place, node) : node;

    private FilterNode ParseSum() => ParseArithmetic(ParseProduct, "+", "-");

    private FilterNode ParseProduct() => ParseArithmetic(ParsePower, "*", "/", "%", "div");

    private FilterNode ParsePower() => ParseArithmetic(ParsePrimary, "^");

    private FilterNode ParseArithmetic(Func<FilterNode> parsePart, params string[] signs)
    {
        var left = parsePart();
        while (signs.Any(sign => _next.Is(sign)))
        {
            var (sign, at) = (_next.Text.ToLowerInvariant(), Place(_next));
            Take();
            left = Count(new FilterNode.Arithmetic(at, sign, left, parsePart()));
        }

        return left;
    }

    private FilterNode ParsePrimary()
    {
        Enter();
        var token = _next;
        var at = Place(token);
        FilterNode node;
        switch (token.Kind)
        {
            case Cql2TokenKind.Text:
                Take();
                node = new FilterNode.Literal(at, token.Text);
                break;
            case Cql2TokenKind.Number:
                node = new FilterNode.Literal(at, TakeNumber());
                break;
            case Cql2TokenKind.QuotedName:
                Take();
                node = new FilterNode.Property(at, token.Text);
                break;
            case Cql2TokenKind.Word:
                node = ParseWord(token, at);
                break;
            default:
                node = ParseSign(at);
                break;
        }

        _depth--;
        return Count(node);
    }

    private FilterNode ParseSign(string at)
    {
        if (TryTake("(", out _))
        {
            var inner = ParseOr();
            Expect(")");
            return inner;
        }

        return TryTake("-", out _)
            ? new FilterNode.Arithmetic(at, "-", new FilterNode.Literal(at, 0.0), ParsePrimary())
            : throw Unexpected(ValueHint);
    }

    private FilterNode ParseWord(Cql2Token token, string at)
    {
        Take();
        var name = token.Text.ToUpperInvariant();
        if (Cql2GeometryParser.IsGeometry(name) && _next.Is("Z"))
        {
            // A third coordinate follows; it is dropped.
            Take();
        }

        if (!_next.Is("("))
        {
            return name switch
            {
                "TRUE" => new FilterNode.Literal(at, true),
                "FALSE" => new FilterNode.Literal(at, false),
                "AND" or "OR" or "NOT" or "LIKE" or "BETWEEN" or "IN" or "IS" or "NULL" =>
                    throw new FilterException(at, $"'{token.Text}' stands where a value belongs", ValueHint),
                _ => new FilterNode.Property(at, token.Text),
            };
        }

        if (Cql2GeometryParser.IsGeometry(name))
        {
            return new FilterNode.Literal(at, new Cql2GeometryParser(Peek, Take, Unexpected).Parse(name, at))
            {
                IsBox = name is "BBOX",
            };
        }

        Take();
        switch (name)
        {
            case "DATE" or "TIMESTAMP":
                return ParseTime(name, at);
            case "INTERVAL":
                return ParseInterval(at);
            case "CASEI" or "ACCENTI":
                var text = ParseSum();
                Expect(")");
                return new FilterNode.Fold(at, name is "ACCENTI", text);
            default:
                return ParseFunction(name, at);
        }
    }

    private FilterNode ParseFunction(string name, string at)
    {
        var isSpatial = FilterWords.TryFindSpatial(name, out var spatial);
        var temporal = default(TemporalRelation);
        if (!isSpatial && !FilterWords.TryFindTemporal(name, out temporal))
        {
            throw new FilterException(at, $"There is no function '{name}'", FilterWords.FunctionsHint);
        }

        var left = ParseSum();
        Expect(",");
        var right = ParseSum();
        Expect(")");
        return isSpatial
            ? new FilterNode.Spatial(at, spatial, left, right)
            : new FilterNode.Temporal(at, temporal, left, right);
    }

    private FilterNode.Literal ParseTime(string name, string at)
    {
        var token = _next;
        if (token.Kind != Cql2TokenKind.Text || !FilterWords.TryReadTime(name, token.Text, out var time))
        {
            throw Unexpected(name is "DATE" ? "Expected a day such as '2024-12-31'." : FilterWords.InstantHint);
        }

        Take();
        Expect(")");
        return new FilterNode.Literal(at, FilterTime.At(time));
    }

    private FilterNode.Interval ParseInterval(string at)
    {
        var start = ParseEnd();
        Expect(",");
        var end = ParseEnd();
        Expect(")");
        return new FilterNode.Interval(at, start, end);
    }

    private FilterNode? ParseEnd()
    {
        if (_next.Kind != Cql2TokenKind.Text)
        {
            return ParsePrimary();
        }

        var token = _next;
        if (!FilterWords.TryReadEnd(token.Text, out var time))
        {
            throw Unexpected("Expected a day, an instant, a property, or '..' for an open end.");
        }

        Take();
        return time is { } end ? new FilterNode.Literal(Place(token), FilterTime.At(end)) : null;
    }

    private ImmutableArray<FilterNode> ParseList()
    {
        var items = ImmutableArray.CreateBuilder<FilterNode>();
        do
        {
            items.Add(ParseSum());
        }
        while (TryTake(",", out _));
        Expect(")");
        return items.ToImmutable();
    }

    private double TakeNumber()
    {
        if (!double.TryParse(_next.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            throw Unexpected("Expected a number such as 2.5 or 1e3.");
        }

        Take();
        return number;
    }

    private Cql2Token Peek() => _next;

    private void Take() => _next = _lexer.Next();

    private bool TryTake(string word, out string place)
    {
        place = Place(_next);
        if (!_next.Is(word))
        {
            return false;
        }

        Take();
        return true;
    }

    private void Expect(string word)
    {
        if (!TryTake(word, out _))
        {
            throw Unexpected($"Expected {word}.");
        }
    }

    private void Enter()
    {
        if (++_depth > Filter.MaxDepth)
        {
            throw new FilterException(Place(_next), "The filter is nested too deep", FilterWords.DepthHint);
        }
    }

    private FilterNode Count(FilterNode node) => ++_parts <= Filter.MaxParts
        ? node
        : throw new FilterException(node.Place, "The filter has too many parts", FilterWords.PartsHint);

    private FilterException Unexpected(string hint) => new(
        Place(_next),
        _next.Kind == Cql2TokenKind.End ? "The filter ends too early" : $"'{_next.Text}' was not expected",
        hint);

    private static string Place(Cql2Token token) =>
        string.Create(CultureInfo.InvariantCulture, $"character {token.Start + 1}");
}
