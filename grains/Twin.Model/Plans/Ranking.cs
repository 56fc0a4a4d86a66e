using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>
/// Puts units in order by their figures. Equal figures share the better place and the places after it are left out: 1,
/// 2, 2, 4. Whether two shares are equal is told by their numerators and denominators, so 1 of 3 equals 2 of 6. Pure.
/// </summary>
public static class Ranking
{
    /// <summary>The figures best first, each with its place; those without a value come last and have none.</summary>
    /// <param name="indicator">The indicator; where neither way is better the largest comes first.</param>
    /// <param name="figures">One figure for each unit, all of one period.</param>
    public static ImmutableArray<RankedFigure> Of(Indicator indicator, IEnumerable<Rollup> figures)
    {
        var all = figures.ToLookup(figure => figure.Value is null);
        Rollup[] ordered =
        [
            .. all[false].Order(Comparer<Rollup>.Create((x, y) => Compare(indicator, x, y))).ThenBy(f => f.Unit),
        ];
        var ranked = ImmutableArray.CreateBuilder<RankedFigure>();
        for (var i = 0; i < ordered.Length; i++)
        {
            var isTiedBefore = i > 0 && Compare(indicator, ordered[i - 1], ordered[i]) == 0;
            var isTiedAfter = i + 1 < ordered.Length && Compare(indicator, ordered[i], ordered[i + 1]) == 0;
            // A tie with the one before: it was added in the round before this one.
            var rank = isTiedBefore ? ranked[i - 1].Place!.Rank : i + 1;
            ranked.Add(new RankedFigure(
                ordered[i], new RankedPlace(rank, ordered.Length, isTiedBefore || isTiedAfter)));
        }

        ranked.AddRange(all[true].OrderBy(figure => figure.Unit).Select(figure => new RankedFigure(figure, null)));
        return ranked.DrainToImmutable();
    }

    /// <summary>Negative when the first is better.</summary>
    private static int Compare(Indicator indicator, Rollup x, Rollup y)
    {
        var order = indicator.IsShare
            ? ((decimal)y.Numerator.GetValueOrDefault() * (decimal)x.Denominator.GetValueOrDefault())
                .CompareTo((decimal)x.Numerator.GetValueOrDefault() * (decimal)y.Denominator.GetValueOrDefault())
            : y.Value.GetValueOrDefault().CompareTo(x.Value.GetValueOrDefault());
        return indicator.Direction == IndicatorDirection.Down ? -order : order;
    }
}
