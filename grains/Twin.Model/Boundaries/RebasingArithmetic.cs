using Twin.Model.Indicators;

namespace Twin.Model.Boundaries;

/// <summary>
/// The arithmetic of re-basing. Sums, and the numerators and denominators of ratios and weighted means, are divided by
/// share and added. A smallest or largest value is known only where no divided unit could hold it. Everything else
/// stands where one whole unit became one unit, and is refused elsewhere.
/// </summary>
internal static class RebasingArithmetic
{
    /// <summary>The extreme may lie in either part of a divided unit.</summary>
    public const string ExtremeDivided = "extreme_divided";

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
            AggregationKind.Min => Extreme(parts, Math.Min, -1),
            AggregationKind.Max => Extreme(parts, Math.Max, 1),
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

    private static RebasedValue Extreme(ReadOnlySpan<RebasedPart> parts, Func<double, double, double> join, int sign)
    {
        double? whole = null;
        double? all = null;
        var divided = 0;
        foreach (ref readonly var part in parts)
        {
            all = all is { } held ? join(held, part.Numerator) : part.Numerator;
            if (part.Share.IsWhole)
            {
                whole = whole is { } known ? join(known, part.Numerator) : part.Numerator;
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

    private static RebasedValue Other(ReadOnlySpan<RebasedPart> parts) =>
        parts is [var only] && only.Share.IsWhole
            ? new RebasedValue(
                only.Numerator, only.Denominator, 0, 0, only.Figure.Value, only.Figure.Value)
            : new RebasedValue(null, 0, 0, null, null, null, NotAdditive);

    private static double RatioOf((double Numerator, double Denominator) piece) => piece.Numerator / piece.Denominator;

    private static double Part(double part, double whole) => whole > 0 ? Math.Min(1, part / whole) : 0;

    private static double Square(double value) => value * value;
}
