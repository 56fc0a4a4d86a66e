using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Boundaries;

/// <summary>
/// The arithmetic of re-basing. Sums, and the numerators and denominators of ratios and weighted means, are divided by
/// share and added. A smallest or largest value is known only where no divided unit could hold it, and so are whether
/// all or any are done, and a place in the order of values. Everything else stands where one whole unit became one
/// unit, and is refused elsewhere.
/// </summary>
internal static class RebasingArithmetic
{
    /// <summary>The extreme may lie in either part of a divided unit.</summary>
    public const string ExtremeDivided = "extreme_divided";

    /// <summary>Which place in the order is meant depends on where the values of divided units belong.</summary>
    public const string OrderDivided = "order_divided";

    /// <summary>The aggregation of several units needs what they were made from.</summary>
    public const string NotAdditive = "not_additive";

    /// <summary>What the parts are together.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="parts">The parts with data; at least one, by the code of their unit.</param>
    public static RebasedValue Combine(Indicator indicator, ReadOnlySpan<RebasedPart> parts) =>
        indicator.Aggregation switch
        {
            AggregationKind.Sum => Sum(parts),
            AggregationKind.RatioOfSums => Ratio(parts, indicator.Scale),
            AggregationKind.WeightedMean => Ratio(parts, 1),
            AggregationKind.Min => Extreme(parts, part => part.Numerator, Math.Min, -1),
            AggregationKind.Max => Extreme(parts, part => part.Numerator, Math.Max, 1),
            AggregationKind.All => Extreme(parts, part => part.Figure.Value ?? 0, Math.Min, -1),
            AggregationKind.Any => Extreme(parts, part => part.Figure.Value ?? 0, Math.Max, 1),
            AggregationKind.Median or AggregationKind.Percentile => Ordered(
                parts, ContentsAggregation.PercentOf(indicator)),
            AggregationKind.CountDistinct => Distinct(parts),
            _ => Other(parts),
        };

    private static RebasedValue Sum(ReadOnlySpan<RebasedPart> parts)
    {
        double sum = 0, whole = 0, low = 0, high = 0, divided = 0, all = 0, squares = 0;
        var isErrorKnown = true;
        foreach (ref readonly var part in parts)
        {
            var value = part.Share.Share * part.Numerator;
            sum += value;
            all += Math.Abs(value);
            if (part.Share.IsWhole)
            {
                whole += part.Numerator;
                continue;
            }

            divided += Math.Abs(value);
            low += Math.Min(0, part.Numerator);
            high += Math.Max(0, part.Numerator);
            isErrorKnown &= part.Share.OtherShare is not null;
            squares += Square((part.Share.Share - (part.Share.OtherShare ?? 0)) * part.Numerator);
        }

        return new RebasedValue(
            sum, 0, Part(divided, all), isErrorKnown ? Math.Sqrt(squares) : null, whole + low, whole + high);
    }

    private static RebasedValue Ratio(ReadOnlySpan<RebasedPart> parts, double scale)
    {
        double numerator = 0, denominator = 0, wholeNumerator = 0, wholeDenominator = 0, divided = 0;
        var pieces = new List<(double Numerator, double Denominator)>();
        foreach (ref readonly var part in parts)
        {
            numerator += part.Share.Share * part.Numerator;
            denominator += part.Share.Share * part.Denominator;
            if (part.Share.IsWhole)
            {
                wholeNumerator += part.Numerator;
                wholeDenominator += part.Denominator;
            }
            else
            {
                divided += part.Share.Share * part.Denominator;
                pieces.Add((part.Numerator, part.Denominator));
            }
        }

        if (denominator <= 0)
        {
            return new RebasedValue(numerator, denominator, 0, null, null, null);
        }

        // With every divided unit's share anywhere from 0 to 1, the ratio is furthest out when each is in or out: in
        // where its own ratio lies further out than what is there.
        var start = (wholeNumerator, wholeDenominator);
        var lower = Furthest(start, pieces.OrderBy(RatioOf), (own, held) => own < held);
        var upper = Furthest(start, pieces.OrderByDescending(RatioOf), (own, held) => own > held);
        return new RebasedValue(
            numerator,
            denominator,
            Part(divided, denominator),
            Error(parts, numerator / denominator, denominator) * scale,
            lower * scale,
            upper * scale);
    }

    /// <summary>By the derivative: a share that is off by δ moves the ratio by δ(n − r·d)/D.</summary>
    private static double? Error(ReadOnlySpan<RebasedPart> parts, double ratio, double denominator)
    {
        double squares = 0;
        foreach (ref readonly var part in parts)
        {
            if (part.Share.IsWhole)
            {
                continue;
            }

            if (part.Share.OtherShare is not { } other)
            {
                return null;
            }

            squares += Square((part.Share.Share - other) * (part.Numerator - (ratio * part.Denominator)) / denominator);
        }

        return Math.Sqrt(squares);
    }

    private static double? Furthest(
        (double Numerator, double Denominator) start,
        IEnumerable<(double Numerator, double Denominator)> pieces,
        Func<double, double, bool> isFurther)
    {
        var (numerator, denominator) = start;
        foreach (var piece in pieces.Where(piece => piece.Denominator > 0))
        {
            if (denominator <= 0 || isFurther(RatioOf(piece), numerator / denominator))
            {
                numerator += piece.Numerator;
                denominator += piece.Denominator;
            }
        }

        return denominator > 0 ? numerator / denominator : null;
    }

    private static RebasedValue Extreme(
        ReadOnlySpan<RebasedPart> parts,
        Func<RebasedPart, double> valueOf,
        Func<double, double, double> join,
        int sign)
    {
        double? whole = null;
        double? all = null;
        var divided = 0;
        foreach (ref readonly var part in parts)
        {
            var value = valueOf(part);
            all = all is { } held ? join(held, value) : value;
            if (part.Share.IsWhole)
            {
                whole = whole is { } known ? join(known, value) : value;
            }
            else
            {
                divided++;
            }
        }

        var share = (double)divided / parts.Length;
        // The whole units' extreme is the extreme when taking the divided ones in moves it nowhere.
        if (whole is { } sure && all is { } reached && (reached - sure) * sign <= 0)
        {
            return new RebasedValue(sure, 0, share, 0, sure, sure);
        }

        return sign > 0
            ? new RebasedValue(null, 0, share, null, whole, all, ExtremeDivided)
            : new RebasedValue(null, 0, share, null, all, whole, ExtremeDivided);
    }

    /// <summary>
    /// A divided unit's value may belong to it or not. The place is lowest with the smallest of them and no others,
    /// highest with the largest.
    /// </summary>
    private static RebasedValue Ordered(ReadOnlySpan<RebasedPart> parts, double percent)
    {
        var whole = new List<double>();
        var divided = new List<double>();
        foreach (ref readonly var part in parts)
        {
            (part.Share.IsWhole ? whole : divided).Add(part.Numerator);
        }

        divided.Sort();
        var lower = Furthest(whole, divided, percent, Math.Min);
        divided.Reverse();
        var upper = Furthest(whole, divided, percent, Math.Max);
        var share = (double)divided.Count / parts.Length;
        var isSure = whole.Count > 0 && lower.Equals(upper); // The same bits, whatever belongs to it.
        return isSure
            ? new RebasedValue(lower, 0, share, 0, lower, upper)
            : new RebasedValue(null, 0, share, null, lower, upper, OrderDivided);
    }

    private static double? Furthest(
        List<double> whole, List<double> divided, double percent, Func<double, double, double> further)
    {
        var values = new List<double>(whole);
        double? furthest = null;
        for (var taken = 0; taken <= divided.Count; taken++)
        {
            if (values.Count > 0)
            {
                double[] sorted = [.. values.Order()];
                var place = OrderStatistics.Percentile(sorted, percent);
                furthest = furthest is { } held ? further(held, place) : place;
            }

            if (taken < divided.Count)
            {
                values.Add(divided[taken]);
            }
        }

        return furthest;
    }

    /// <summary>
    /// Which members several units share is not in their counts: together they have as many as the one with most, or
    /// up to all.
    /// </summary>
    private static RebasedValue Distinct(ReadOnlySpan<RebasedPart> parts)
    {
        var only = Other(parts);
        if (only.Numerator is not null)
        {
            return only;
        }

        double most = 0, all = 0;
        foreach (ref readonly var part in parts)
        {
            most = part.Share.IsWhole ? Math.Max(most, part.Numerator) : most;
            all += part.Numerator;
        }

        return only with { Lower = most, Upper = all };
    }

    private static RebasedValue Other(ReadOnlySpan<RebasedPart> parts) =>
        parts is [var only] && only.Share.IsWhole
            ? new RebasedValue(
                only.Numerator, only.Denominator, 0, 0, only.Figure.Value, only.Figure.Value)
            : new RebasedValue(null, 0, 0, null, null, null, NotAdditive);

    private static double RatioOf((double Numerator, double Denominator) piece) => piece.Numerator / piece.Denominator;

    private static double Part(double part, double whole) => whole > 0 ? Math.Min(1, part / whole) : 0;

    private static double Square(double value) => value * value;
}
