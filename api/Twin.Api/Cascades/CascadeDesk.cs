using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twin.Api.Cities;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Plans.Cascades;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Cascades;

/// <summary>Divides a target by the figures of now, and has the shares entered in the city's journal.</summary>
internal sealed class CascadeDesk(
    LiveCity live, CityChangeDesk changes, IGrainFactory grains, TimeProvider time, IOptions<TwinApiOptions> options)
{
    private static readonly IReadOnlyDictionary<string, double> NoValues =
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Shows the shares and, unless it is a dry run, gives them.</summary>
    public async Task<IResult> DivideAsync(string id, CascadeRequest request, CancellationToken cancellationToken)
    {
        var current = await live.CatchUpAsync(cancellationToken);
        var city = current.Definition;
        if (city.Targets.FirstOrDefault(target => target.Id.Equals(id, StringComparison.Ordinal)) is not { } target)
        {
            return Refusals.NotFound("target", id, "/v1/targets lists the ids.").ToResult();
        }

        if (CascadeTargets.WhyNot(city, target) is { } refusal)
        {
            return new ChangeProblemResult([refusal]);
        }

        // Both were looked at above.
        var top = CascadeTargets.PlanOf(city, target)!.Unit!.Value;
        city.Indicators.TryGet(target.Indicator.GetValueOrDefault(), out var indicator);
        var date = CascadeTargets.DayOf(city, target);
        var tree = city.Tree.On(date);
        var level = request.Level ?? tree.ChildrenOf(top).Select(child => child.Level).DefaultIfEmpty().Min();
        var period = TimePeriod.TryParse(request.Period, out var given)
            ? given
            : await PeriodChoice.LatestOfMostAsync(Unit(top), indicator!.Code, time);
        var weight = CascadeWeight.Read(request.Weight, city.Indicators);
        if (Check(request, indicator!, level, tree, weight) is { } wrong)
        {
            return wrong.ToResult();
        }

        // A district without communes has no part in what communes report.
        AdministrativeUnit[] units =
        [
            .. tree.SelfAndBelow(top).Where(unit => unit.Code != top && unit.Level <= level
                && tree.CountAtLevel(unit.Code, indicator!.ReportingLevel) > 0),
        ];
        var facts = await CascadeFacts.ReadAsync(
            grains, units, indicator!, weight!, request.Values ?? NoValues, tree, period, options.Value.MaxGrainCalls,
            cancellationToken);
        var nodes = CascadeTree.Divide(
            Question(target, indicator!, request.Method), tree, top, level, unit => facts[unit], out var refusals);
        return refusals.IsEmpty
            ? await EnterAsync(request, target, level, date, period, nodes, current.Sequence, cancellationToken)
            : new ChangeProblemResult(refusals);
    }

    private static CascadeQuestion Question(Target target, Indicator indicator, CascadeMethod method)
    {
        var goal = target.Value.GetValueOrDefault();
        var isAtMost = target.Comparator == TargetComparator.AtMost
            || (target.Comparator == TargetComparator.About && indicator.Direction == IndicatorDirection.Down);
        // What can be divided has a combination.
        var combination = CascadeRules.CombinationOf(indicator.Aggregation).GetValueOrDefault();
        return new CascadeQuestion(goal, combination, method, CascadeRules.StepOf(indicator, goal), isAtMost);
    }

    private static Refusal? Check(
        CascadeRequest request,
        Indicator indicator,
        AdministrativeLevel level,
        TreeOfDate tree,
        CascadeWeight? weight)
    {
        if (weight is null || (request.Method == CascadeMethod.Weighted && weight.Text is null))
        {
            return Invalid("weight", request.Weight ?? string.Empty,
                "Use population, area, or the code of an indicator of /v1/indicators.");
        }

        if (request.Period is not null && !TimePeriod.TryParse(request.Period, out _))
        {
            return Invalid("period", request.Period, "Use an SDMX period such as 2024-12.");
        }

        if (level > indicator.ReportingLevel)
        {
            return Invalid(
                "level", level.ToString(), $"{indicator.Code} is reported by each {indicator.ReportingLevel}.");
        }

        return request.Values?.Keys.FirstOrDefault(code =>
            !AdministrativeUnitCode.TryParse(code, out var parsed) || tree.Find(parsed) is null) is { } unknown
            ? Invalid("values", unknown, "Name units that stand on the day on which the target is due.")
            : null;
    }

    private static Refusal Invalid(string name, string value, string hint) => new(
        ProblemCodes.InvalidParameter, $"The member '{name}' cannot be '{Refusals.Shown(value)}'.", hint);

    private async Task<IResult> EnterAsync(
        CascadeRequest request,
        Target target,
        AdministrativeLevel level,
        DateOnly date,
        TimePeriod period,
        ImmutableArray<CascadeNode> nodes,
        long revision,
        CancellationToken cancellationToken)
    {
        var answer = new CascadeAnswer(
            Applied: false, revision, target.Id, request.Method, level, date, period.ToString(),
            [.. nodes.Select(CascadeNodeAnswer.Of)]);
        // Generated readers set a member that is left out to none at all, whatever its default.
        if (request.DryRun is not false)
        {
            return TypedResults.Ok(answer);
        }

        if (nodes.FirstOrDefault(node => node.Result.FallsShort) is { Upper: var upper, Result: var result })
        {
            return new ChangeProblemResult(
            [
                new Refusal(
                    "cascade_falls_short",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The shares below {upper} come to {result.Combined} and not to {result.Goal}."),
                    "Give more by hand, or let the rule divide what is left."),
            ]);
        }

        var payload = AssignSharesKind.Payload(
            target.Id, request.Method, nodes.SelectMany(node => node.Result.Shares));
        var change = new CityChangeRequest
        {
            By = request.By,
            Reason = request.Reason,
            Revision = request.Revision ?? revision,
        };
        if (!CityChangeReader.TryDraft(
            change,
            AssignSharesKind.Name,
            payload,
            out var draft,
            out var refusal))
        {
            return refusal.ToResult();
        }

        var (made, refusals) = await changes.MakeAsync(draft, cancellationToken);
        return made is null
            ? new ChangeProblemResult(refusals)
            : TypedResults.Ok(answer with { Applied = made.Applied, Revision = made.Revision });
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
