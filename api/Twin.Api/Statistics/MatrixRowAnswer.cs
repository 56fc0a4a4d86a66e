using Twin.Grains.Units;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>One unit of a matrix: a cell for each indicator, in lists, so that a city is a small answer.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Values">The values, in the indicators' units of measure; null without data.</param>
/// <param name="Periods">The period of each value: the one that ends last by the end of the matrix's.</param>
/// <param name="Statuses">Where the unit stands on each; null without a target. With several, the worst.</param>
/// <param name="Gaps">Value less that target.</param>
/// <param name="Targets">The id of that target.</param>
internal sealed record MatrixRowAnswer(
    string Unit,
    IReadOnlyList<double?> Values,
    IReadOnlyList<string?> Periods,
    IReadOnlyList<TargetStatus?> Statuses,
    IReadOnlyList<double?> Gaps,
    IReadOnlyList<string?> Targets)
{
    /// <summary>Makes the row of a unit.</summary>
    public static MatrixRowAnswer Of(AdministrativeUnit unit, IReadOnlyList<IndicatorStanding> standings)
    {
        TargetStanding?[] worst = [.. standings.Select(cell => cell.Targets.MaxBy(held => held.Status))];
        return new MatrixRowAnswer(
            unit.Code.Value,
            [.. standings.Select(cell => cell.Figure?.Value)],
            [.. standings.Select(cell => cell.Figure?.Period.ToString())],
            [.. worst.Select(held => held?.Status)],
            [.. worst.Select(held => held?.Gap)],
            [.. worst.Select(held => held?.TargetId)]);
    }
}
