using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>The arithmetic of derived figures. Stateless.</summary>
internal static class DerivedArithmetic
{
    /// <summary>What the inputs make.</summary>
    public static Rollup Combine(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Breakdown breakdown,
        ImmutableArray<DerivedInput> inputs)
    {
        var result = indicator.Derivation switch
        {
            Derivation.Growth => Growth(indicator, inputs, years: 1),
            Derivation.CompoundGrowth compound => Growth(indicator, inputs, compound.Years),
            Derivation.ExtremeMember extreme => Extreme(inputs, extreme.IsGreatest),
            Derivation.Composite composite => Composite(indicator, composite.Missing, inputs),
            _ => default,
        };
        var coverage = indicator.Derivation is Derivation.Growth or Derivation.CompoundGrowth
            ? CoverageOfWorst(inputs)
            : CoverageOfInputs(inputs);
        var oldest = inputs.Min(input => input.Figure is { Value: not null } figure ? figure.OldestResultTime : null);
        return new Rollup(
            unit,
            indicator.Code,
            period,
            result.Value,
            result.Numerator,
            result.Denominator,
            coverage.Expected,
            coverage.Reported,
            Math.Min(coverage.Reported, coverage.Demo),
            oldest,
            inputs.Sum(input => input.Version),
            breakdown);
    }

    /// <summary>From the levels of now and before; with no growth from nothing or less.</summary>
    private static (double? Value, double? Numerator, double? Denominator) Growth(
        Indicator indicator, ImmutableArray<DerivedInput> levels, int years)
    {
        if (levels is not [{ Figure.Value: { } now }, { Figure.Value: { } before }])
        {
            return default;
        }

        double? value = null;
        if (before > 0 && years == 1)
        {
            value = (now - before) * indicator.Scale / before;
        }
        else if (before > 0 && now >= 0)
        {
            value = (Math.Pow(now / before, 1.0 / years) - 1) * indicator.Scale;
        }

        return (value, now, before);
    }

    private static (double? Value, double? Numerator, double? Denominator) Extreme(
        ImmutableArray<DerivedInput> members, bool isGreatest)
    {
        Rollup? extreme = null;
        foreach (var figure in members.Select(member => member.Figure))
        {
            if (figure?.Value is { } value
                && (extreme?.Value is not { } held || (isGreatest ? value > held : value < held)))
            {
                extreme = figure;
            }
        }

        return (extreme?.Value, extreme?.Numerator, extreme?.Denominator);
    }

    private static (double? Value, double? Numerator, double? Denominator) Composite(
        Indicator indicator, MissingComponents missing, ImmutableArray<DerivedInput> inputs)
    {
        double points = 0;
        double weights = 0;
        var isMissing = false;
        foreach (var input in inputs)
        {
            var weight = input.Component?.Weight ?? 0;
            if (input.Score is { } score)
            {
                points += weight * score;
                weights += weight;
            }
            else if (weight > 0)
            {
                isMissing = true;
                weights += missing == MissingComponents.Zero ? weight : 0;
            }
        }

        var hasValue = weights > 0 && inputs.Any(input => input.Score is not null)
            && !(isMissing && missing == MissingComponents.Refuse);
        return hasValue ? (points * indicator.Scale / weights, points, weights) : (null, null, null);
    }

    /// <summary>How many units reported the level that fewest reported.</summary>
    private static (int Expected, int Reported, int Demo) CoverageOfWorst(ImmutableArray<DerivedInput> levels)
    {
        if (levels is not [{ Figure: { Value: not null } now }, { Figure: { Value: not null } before }])
        {
            return (levels.Max(level => level.Figure?.Value is null ? 0 : level.Figure.Expected), 0, 0);
        }

        var worst = (long)now.Reported * before.Expected <= (long)before.Reported * now.Expected ? now : before;
        return (worst.Expected, worst.Reported, Math.Max(now.Demo, before.Demo));
    }

    /// <summary>
    /// Of an index or an extreme the inputs are counted, not the units below: an index within counts for as many as it
    /// is made from.
    /// </summary>
    private static (int Expected, int Reported, int Demo) CoverageOfInputs(ImmutableArray<DerivedInput> inputs)
    {
        var (expected, reported, demo) = (0, 0, 0);
        foreach (var input in inputs)
        {
            if (input is { IsIndex: true, Figure: { } index })
            {
                expected += index.Expected;
                reported += index.Reported;
                demo += index.Demo;
            }
            else
            {
                expected++;
                reported += input.Figure?.Value is null ? 0 : 1;
                demo += input.Figure is { Value: not null, Demo: > 0 } ? 1 : 0;
            }
        }

        return (expected, reported, demo);
    }
}
