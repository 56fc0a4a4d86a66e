using System.Diagnostics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Twin.Geo.Coordinates;
using Twin.Geo.Repair;

namespace Twin.Geo.Filters;

/// <summary>
/// Makes a function of a filter, for certain properties; refuses what does not fit them. For one filter.
/// </summary>
internal sealed class FilterCompiler(IReadOnlyList<FilterProperty> properties, CoordinateReferenceSystem system)
{
    private const string ConditionHint =
        "A condition is a comparison, LIKE, BETWEEN, IN, IS NULL, a spatial or temporal function, or some of these "
        + "with AND, OR and NOT.";

    /// <summary>A condition.</summary>
    public Func<IFilterSubject, object?> CompileFlag(FilterNode node) =>
        Expect(node, FilterType.Flag, "is no condition", ConditionHint);

    private (FilterType Type, Func<IFilterSubject, object?> Value) Compile(FilterNode node) => node switch
    {
        FilterNode.Literal literal => Constant(literal),
        FilterNode.Property property => Property(property),
        FilterNode.Interval interval => (FilterType.Time, Interval(interval)),
        FilterNode.Logic logic => (FilterType.Flag, Logic(logic)),
        FilterNode.Not not => (FilterType.Flag, Not(not)),
        FilterNode.Comparison comparison => (FilterType.Flag, Comparison(comparison)),
        FilterNode.Like like => (FilterType.Flag, Like(like)),
        FilterNode.Between between => (FilterType.Flag, Between(between)),
        FilterNode.In @in => (FilterType.Flag, In(@in)),
        FilterNode.IsNull isNull => (FilterType.Flag, IsNull(isNull)),
        FilterNode.Spatial spatial => (FilterType.Flag, Spatial(spatial)),
        FilterNode.Temporal temporal => (FilterType.Flag, Temporal(temporal)),
        FilterNode.Arithmetic arithmetic => (FilterType.Number, Arithmetic(arithmetic)),
        FilterNode.Fold fold => (FilterType.Text, Fold(fold)),
        _ => throw new UnreachableException(),
    };

    private Func<IFilterSubject, object?> Expect(FilterNode node, FilterType type, string detail, string hint)
    {
        var (found, value) = Compile(node);
        return found == type
            ? value
            : throw new FilterException(node.Place, $"What stands there {detail}: it is a {Name(found)}", hint);
    }

    private (FilterType, Func<IFilterSubject, object?>) Constant(FilterNode.Literal literal)
    {
        var value = literal.Value is Geometry geometry ? Located(geometry, literal) : literal.Value;
        var type = value switch
        {
            string => FilterType.Text,
            double => FilterType.Number,
            bool => FilterType.Flag,
            FilterTime => FilterType.Time,
            Geometry => FilterType.Geometry,
            _ => throw new UnreachableException(),
        };
        return (type, _ => value);
    }

    /// <summary>
    /// A geometry of the filter's reference system in CRS84; what is not valid has no inside to ask about.
    /// </summary>
    private Geometry Located(Geometry geometry, FilterNode.Literal literal)
    {
        try
        {
            var located = system.ToCrs84(geometry);
            var check = new IsValidOp(located);
            if (!check.IsValid)
            {
                throw new FilterException(
                    literal.Place, $"The geometry is not valid: {check.ValidationError}", "Mend it; holes lie inside.");
            }

            return literal.IsBox || !LongSides.AreIn(located)
                ? located
                : throw new FilterException(literal.Place, LongSides.Detail.TrimEnd('.'), LongSides.Hint);
        }
        catch (FormatException error)
        {
            throw new FilterException(literal.Place, error.Message.TrimEnd('.'), "Name the system with filter-crs.");
        }
    }

    private (FilterType, Func<IFilterSubject, object?>) Property(FilterNode.Property property)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].Name.Equals(property.Name, StringComparison.Ordinal))
            {
                var index = i;
                return (properties[i].Type, subject => subject.ValueOf(index));
            }
        }

        throw new FilterException(
            property.Place,
            $"There is no property '{property.Name}'",
            $"Properties are {string.Join(", ", properties.Select(known => known.Name))}.");
    }

    private Func<IFilterSubject, object?> Interval(FilterNode.Interval interval)
    {
        var start = interval.Start is null ? null : Time(interval.Start);
        var end = interval.End is null ? null : Time(interval.End);
        // A property without a value is an end that is open: a unit that stands has no last day.
        return subject => new FilterTime(
            (start?.Invoke(subject) as FilterTime)?.Start ?? DateTime.MinValue,
            (end?.Invoke(subject) as FilterTime)?.End ?? DateTime.MaxValue);
    }

    private Func<IFilterSubject, object?> Time(FilterNode node) => Expect(
        node, FilterType.Time, "is no time", "Use a property of time, DATE('…'), TIMESTAMP('…') or INTERVAL('…','…').");

    private Func<IFilterSubject, object?> Logic(FilterNode.Logic logic)
    {
        var parts = logic.Parts.Select(CompileFlag).ToArray();
        var decisive = !logic.IsAll;
        return subject =>
        {
            object? result = logic.IsAll;
            foreach (var part in parts)
            {
                var value = part(subject);
                if (value is bool flag && flag == decisive)
                {
                    return decisive;
                }

                result = value is null ? null : result;
            }

            return result;
        };
    }

    private Func<IFilterSubject, object?> Not(FilterNode.Not not)
    {
        var part = CompileFlag(not.Part);
        return subject => part(subject) is bool flag ? !flag : null;
    }

    private Func<IFilterSubject, object?> Comparison(FilterNode.Comparison comparison)
    {
        var (left, right, type) = Pair(comparison.Left, comparison.Right, comparison.Place);
        var isOrder = comparison.Operator is not ("=" or "<>");
        if (type is FilterType.Geometry || (type is FilterType.Flag && isOrder))
        {
            throw new FilterException(
                comparison.Place, $"A {Name(type)} cannot be compared with {comparison.Operator}",
                "Compare texts, numbers and times; geometries with S_EQUALS.");
        }

        Func<int, bool> holds = comparison.Operator switch
        {
            "=" => order => order == 0,
            "<>" => order => order != 0,
            "<" => order => order < 0,
            ">" => order => order > 0,
            "<=" => order => order <= 0,
            _ => order => order >= 0,
        };
        return subject => Order(left(subject), right(subject)) is { } order ? holds(order) : null;
    }

    private Func<IFilterSubject, object?> Like(FilterNode.Like like)
    {
        const string Hint = "LIKE takes a text and a pattern in single quotes.";
        var text = Expect(like.Text, FilterType.Text, "is no text", Hint);
        var pattern = Expect(like.Pattern, FilterType.Text, "is no text", Hint);
        return subject => text(subject) is string value && pattern(subject) is string shape
            ? LikePattern.Matches(value, shape)
            : null;
    }

    private Func<IFilterSubject, object?> Between(FilterNode.Between between)
    {
        var (value, low, _) = Pair(between.Value, between.Low, between.Place);
        var (_, high, type) = Pair(between.Value, between.High, between.Place);
        return type is FilterType.Number or FilterType.Time
            ? subject => Order(value(subject), low(subject)) is { } above
                && Order(value(subject), high(subject)) is { } below
                ? above >= 0 && below <= 0
                : null
            : throw new FilterException(between.Place, $"BETWEEN cannot take a {Name(type)}", "It takes numbers.");
    }

    private Func<IFilterSubject, object?> In(FilterNode.In node)
    {
        var items = node.Items.Select(item => Pair(node.Value, item, node.Place)).ToArray();
        if (items[0].Type is FilterType.Geometry)
        {
            throw new FilterException(node.Place, "IN cannot take a geometry", "It takes texts, numbers and times.");
        }

        var value = items[0].Left;
        return subject =>
        {
            var wanted = value(subject);
            return wanted is null ? null : items.Any(item => Order(wanted, item.Right(subject)) == 0);
        };
    }

    private Func<IFilterSubject, object?> IsNull(FilterNode.IsNull node)
    {
        var (_, value) = Compile(node.Value);
        return subject => value(subject) is null;
    }

    private Func<IFilterSubject, object?> Spatial(FilterNode.Spatial spatial)
    {
        const string Hint = "Use the property geometry, and a geometry such as POINT(106.7 20.8).";
        if (spatial.Relation is not (SpatialRelation.Intersects or SpatialRelation.Disjoint)
            && (IsCollection(spatial.Left) || IsCollection(spatial.Right)))
        {
            throw new FilterException(
                spatial.Place, "A geometry collection has no one kind of inside",
                "Collections go with S_INTERSECTS and S_DISJOINT.");
        }

        var left = Expect(spatial.Left, FilterType.Geometry, "is no geometry", Hint);
        var right = Expect(spatial.Right, FilterType.Geometry, "is no geometry", Hint);
        return subject => left(subject) is Geometry one && right(subject) is Geometry other
            ? Relations.Holds(spatial.Relation, one, other)
            : null;
    }

    private Func<IFilterSubject, object?> Temporal(FilterNode.Temporal temporal)
    {
        var (left, right) = (Time(temporal.Left), Time(temporal.Right));
        return subject => left(subject) is FilterTime one && right(subject) is FilterTime other
            ? Relations.Holds(temporal.Relation, one, other)
            : null;
    }

    private Func<IFilterSubject, object?> Arithmetic(FilterNode.Arithmetic arithmetic)
    {
        const string Hint = "Arithmetic takes numbers.";
        var left = Expect(arithmetic.Left, FilterType.Number, "is no number", Hint);
        var right = Expect(arithmetic.Right, FilterType.Number, "is no number", Hint);
        Func<double, double, double> apply = arithmetic.Operator switch
        {
            "+" => (a, b) => a + b,
            "-" => (a, b) => a - b,
            "*" => (a, b) => a * b,
            "/" => (a, b) => a / b,
            "%" => (a, b) => a % b,
            "div" => (a, b) => Math.Truncate(a / b),
            _ => Math.Pow,
        };
        // A division by nothing gives no number, and so no answer.
        return subject => left(subject) is double a && right(subject) is double b && apply(a, b) is var result
            && double.IsFinite(result)
            ? result
            : null;
    }

    private Func<IFilterSubject, object?> Fold(FilterNode.Fold fold)
    {
        var text = Expect(fold.Text, FilterType.Text, "is no text", "CASEI and ACCENTI take a text.");
        Func<string, string> apply = fold.IsAccents ? TextFold.Accents : TextFold.Case;
        return subject => text(subject) is string value ? apply(value) : null;
    }

    private (Func<IFilterSubject, object?> Left, Func<IFilterSubject, object?> Right, FilterType Type) Pair(
        FilterNode left, FilterNode right, string place)
    {
        var ((leftType, leftValue), (rightType, rightValue)) = (Compile(left), Compile(right));
        return leftType == rightType
            ? (leftValue, rightValue, leftType)
            : throw new FilterException(
                place,
                $"A {Name(leftType)} cannot be compared with a {Name(rightType)}",
                "Both sides must be of one kind; texts stand in single quotes, days in DATE('…').");
    }

    private static int? Order(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (double a, double b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (FilterTime a, FilterTime b) => a.Start.CompareTo(b.Start),
        _ => null,
    };

    private static bool IsCollection(FilterNode node) => node is FilterNode.Literal
    {
        Value: Geometry { OgcGeometryType: OgcGeometryType.GeometryCollection },
    };

    private static string Name(FilterType type) => type switch
    {
        FilterType.Flag => "condition",
        _ => type.ToString().ToLowerInvariant(),
    };
}
