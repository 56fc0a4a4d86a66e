using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Twin.Model.Indicators;

namespace Twin.Model.Plans.Cascades;

/// <summary>
/// Divides a target among units, so that together they come to the whole. Pure. docs/concepts/targets.md tells how.
/// </summary>
public static class CascadeRules
{
    /// <summary>The most units that a target is divided among at once: a country's communes fit.</summary>
    public const int MaxUnits = 20_000;

    private const int MostDecimals = 6;
    private const double Negligible = 1e-9; // Relative to the goal: what the arithmetic of doubles leaves.

    /// <summary>
    /// What shares of an indicator come to together; <c>null</c> where nothing can be said: a median of parts is no
    /// median, and distinct things counted twice are not two.
    /// </summary>
    public static CascadeCombination? CombinationOf(AggregationKind kind) => kind switch
    {
        AggregationKind.Sum => CascadeCombination.Sum,
        AggregationKind.RatioOfSums or AggregationKind.WeightedMean => CascadeCombination.Mean,
        AggregationKind.Min or AggregationKind.Max or AggregationKind.All => CascadeCombination.Each,
        _ => null,
    };

    /// <summary>
    /// What shares are multiples of: one of a thing that is counted; else the last decimal that the indicator shows or
    /// the goal has.
    /// </summary>
    public static double StepOf(Indicator indicator, double goal)
    {
        var decimals = indicator is { Aggregation: AggregationKind.Sum, Numerator.Kind: MeasureKind.Count }
            ? 0
            : indicator.Decimals;
        while (decimals < MostDecimals && Math.Abs(goal - Math.Round(goal, decimals)) > Negligible)
        {
            decimals++;
        }

        return Math.Pow(10, -decimals);
    }

    /// <summary>Divides; a list of reasons where it cannot be done.</summary>
    public static CascadeOutcome Divide(CascadeQuestion question, IReadOnlyList<CascadeUnit> units)
    {
        var refusals = Check(question, units);
        if (!refusals.IsEmpty)
        {
            return new CascadeOutcome.Refused(refusals);
        }

        // What is at most is divided upside down: then "never short of it" is "never above it".
        var sign = question.IsAtMost ? -1 : 1;
        var vessels = units.Select(unit => Vessel(question, unit, sign)).ToArray();
        var masses = vessels.Select(v => v.Mass).ToArray();
        var goal = sign * question.Goal;
        var total = question.Combination == CascadeCombination.Mean ? goal * masses.Sum() : goal;
        double[] exact = question.Combination == CascadeCombination.Each
            ? [.. units.Select(unit => sign * (unit.Given ?? question.Goal))]
            : LevelFilling.Fill(vessels, total);
        double[] rounded = question.Combination == CascadeCombination.Each
            ? exact
            : RoundFree(question, units, vessels, exact, total);
        var shares = ImmutableArray.CreateBuilder<CascadeShare>(units.Count);
        for (var i = 0; i < units.Count; i++)
        {
            shares.Add(new CascadeShare(
                units[i].Unit,
                sign * rounded[i],
                sign * exact[i],
                masses[i],
                units[i].Baseline,
                units[i].Given is null && question.Combination != CascadeCombination.Each
                    && !(exact[i] > vessels[i].Lowest && exact[i] < vessels[i].Highest)));
        }

        return new CascadeOutcome.Divided(Result(question, shares.DrainToImmutable(), sign));
    }

    private static CascadeResult Result(CascadeQuestion question, ImmutableArray<CascadeShare> shares, int sign)
    {
        var combined = question.Combination switch
        {
            CascadeCombination.Sum => shares.Sum(share => share.Value),
            CascadeCombination.Mean => shares.Sum(share => share.Mass * share.Value) / shares.Sum(share => share.Mass),
            CascadeCombination.Each => question.IsAtMost ? shares.Max(s => s.Value) : shares.Min(s => s.Value),
            _ => throw new UnreachableException($"No combination {question.Combination}."),
        };
        var difference = combined - question.Goal;
        if (Math.Abs(difference) <= Negligible * Math.Max(1, Math.Abs(question.Goal)))
        {
            (combined, difference) = (question.Goal, 0);
        }

        return new CascadeResult(question.Goal, shares, combined, difference, sign * difference < 0);
    }

    /// <summary>Rounds the shares that the rule gives; those given by hand stay as they were said.</summary>
    private static double[] RoundFree(
        CascadeQuestion question,
        IReadOnlyList<CascadeUnit> units,
        LevelFilling.Vessel[] vessels,
        double[] exact,
        double total)
    {
        int[] free = [.. Enumerable.Range(0, units.Count).Where(i => units[i].Given is null)];
        var given = Enumerable.Range(0, units.Count).Except(free).Sum(i => vessels[i].Mass * exact[i]);
        var rounded = CascadeRounding.Up(
            [.. free.Select(i => exact[i])],
            [.. free.Select(i => vessels[i].Mass)],
            [.. free.Select(i => vessels[i].Highest)],
            total - given,
            question.Step);
        double[] all = [.. exact];
        for (var i = 0; i < free.Length; i++)
        {
            all[free[i]] = rounded[i];
        }

        return all;
    }

    private static LevelFilling.Vessel Vessel(CascadeQuestion question, CascadeUnit unit, int sign)
    {
        var mass = question.Combination == CascadeCombination.Mean ? unit.Mass : 1;
        if (unit.Given is { } given)
        {
            return new LevelFilling.Vessel(mass, sign * given, 0, sign * given, sign * given);
        }

        var (lowest, highest) = sign > 0 ? (unit.Lowest, unit.Highest) : (-unit.Highest, -unit.Lowest);
        return question.Method switch
        {
            CascadeMethod.Equal or CascadeMethod.ByHand => new(mass, 0, 1, lowest, highest),
            // Upside down a larger weight still means more of what is divided: the level is what turns.
            CascadeMethod.Weighted => new(mass, 0, unit.Weight.GetValueOrDefault(), lowest, highest),
            CascadeMethod.EqualEffort => new(mass, sign * unit.Baseline.GetValueOrDefault(), 1, lowest, highest),
            _ => throw new UnreachableException($"No method {question.Method}."),
        };
    }

    private static ImmutableArray<Refusal> Check(CascadeQuestion question, IReadOnlyList<CascadeUnit> units)
    {
        if (units.Count is 0 or > MaxUnits)
        {
            return
            [
                new Refusal(
                    "nothing_to_divide",
                    string.Create(CultureInfo.InvariantCulture, $"There are {units.Count} units to divide among."),
                    $"Choose a level with 1 to {MaxUnits} units below the unit of the target."),
            ];
        }

        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        Require(units, u => u.Given is { } value && !(value >= u.Lowest && value <= u.Highest), refusals,
            "out_of_bounds", "The value by hand is outside of what a unit can have", "Give a value inside the bounds.");
        if (question.Combination == CascadeCombination.Mean)
        {
            Require(units, u => !(u.Mass >= 0 && double.IsFinite(u.Mass)), refusals,
                "no_denominator", "The denominator is not known", "Choose a period for which these units reported.");
            if (refusals.Count == 0 && units.Sum(u => u.Mass) <= 0)
            {
                Require(units, _ => true, refusals, "no_denominator", "The denominators are all zero",
                    "Choose a period for which these units reported.");
            }
        }

        if (question.Combination != CascadeCombination.Each && question.Method == CascadeMethod.Weighted)
        {
            Require(units, u => u.Given is null && !(u.Weight >= 0 && double.IsFinite(u.Weight.Value)), refusals,
                "no_weight", "The weight is not known", "Choose another weight, or give these values by hand.");
        }

        if (question.Combination != CascadeCombination.Each && question.Method == CascadeMethod.EqualEffort)
        {
            Require(units, u => u.Given is null && u.Baseline is null, refusals,
                "no_baseline", "Nothing says where the unit stands", "Choose a period for which these units reported.");
        }

        return refusals.DrainToImmutable();
    }

    private static void Require(
        IReadOnlyList<CascadeUnit> units,
        Func<CascadeUnit, bool> isMissing,
        ImmutableArray<Refusal>.Builder refusals,
        string code,
        string what,
        string hint)
    {
        const int Shown = 10;
        var missing = units.Where(isMissing).Select(unit => unit.Unit.Value).ToArray();
        if (missing.Length > 0)
        {
            var more = missing.Length > Shown
                ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Length - Shown} more")
                : string.Empty;
            refusals.Add(new Refusal(code, $"{what}: {string.Join(", ", missing.Take(Shown))}{more}.", hint));
        }
    }
}
