using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>How good the figures of a unit and all below it are.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Tallies">One for each dimension, in their order.</param>
/// <param name="Deductions">How many deductions there are.</param>
/// <param name="Waiting">How many observations wait in quarantine, of any period.</param>
public sealed record QualitySummary(
    AdministrativeUnitCode Unit, ImmutableArray<QualityTally> Tallies, int Deductions, int Waiting)
{
    /// <summary>How many dimensions there are.</summary>
    public const int Dimensions = 4;

    /// <summary>The lowest of the four means, which an alert looks at; <c>null</c> without values.</summary>
    public double? Lowest => Tallies.Min(tally => tally.Mean);

    /// <summary>The summary of what a unit reports itself.</summary>
    public static QualitySummary Of(
        AdministrativeUnitCode unit, ImmutableArray<ValueQuality> values, int waiting) => new(
        unit,
        [.. Enumerable.Range(0, Dimensions).Select(i => TallyOf(unit, values, (QualityDimension)i))],
        values.Sum(value => value.Deductions.Length),
        waiting);

    /// <summary>The summary of this unit with another below it.</summary>
    public QualitySummary With(QualitySummary below) => this with
    {
        Tallies = [.. Tallies.Zip(below.Tallies, QualityTally.Add)],
        Deductions = Deductions + below.Deductions,
        Waiting = Waiting + below.Waiting,
    };

    private static QualityTally TallyOf(
        AdministrativeUnitCode unit, ImmutableArray<ValueQuality> values, QualityDimension dimension)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var value in values)
        {
            if (value.Scores.Of(dimension) is { } score)
            {
                sum += score;
                count++;
            }
        }

        return count == 0 ? default : new QualityTally(sum, count, sum / count, unit);
    }
}
