using System.Collections.Immutable;
using System.Text.Json;
using Twin.Model.Cities;

namespace Twin.Model.Plans;

/// <summary>Loads plans with their targets and agencies into a city, and withdraws them.</summary>
public sealed class PlanChangeKind : ICityChangeKind
{
    /// <summary>The name of the kind.</summary>
    public const string Name = "plans";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>The payload of a change as text.</summary>
    public static string Write(PlanPayload payload) =>
        JsonSerializer.Serialize(payload, PlanJson.Default.PlanPayload);

    /// <inheritdoc/>
    public ChangeOutcome Apply(CityDefinition city, CityChange change)
    {
        PlanPayload? payload;
        try
        {
            payload = JsonSerializer.Deserialize(change.Payload, PlanJson.Default.PlanPayload);
        }
        catch (JsonException exception)
        {
            return Refused(new Refusal(
                "invalid_payload",
                $"The payload cannot be read at {exception.Path ?? "$"}.",
                "Load a plan by POST /v1/plans, which takes its tables."));
        }

        if (payload is null || (payload.Plans.IsEmpty && payload.Withdraw.IsEmpty))
        {
            return Refused(new Refusal("no_plans", "The change has no plan.", "Load or withdraw one at least."));
        }

        var withdrawn = payload.Withdraw.ToHashSet(StringComparer.Ordinal);
        if (payload.Withdraw.FirstOrDefault(id => !city.Plans.Any(plan => Is(plan.Id, id))) is { } unknown)
        {
            return Refused(new Refusal("unknown_plan", $"No plan '{unknown}' is loaded.", "/v1/plans lists them."));
        }

        var without = city with
        {
            Plans = city.Plans.RemoveAll(plan => withdrawn.Contains(plan.Id)),
            Targets = city.Targets.RemoveAll(target => withdrawn.Contains(target.PlanId)),
            Agencies = city.Agencies.RemoveAll(agency => withdrawn.Contains(agency.PlanId)),
        };
        var problems = Check(without, payload).ToImmutableArray();
        return problems.IsEmpty
            ? new ChangeOutcome.Applied(
                (without with
                {
                    Plans = [.. without.Plans, .. payload.Plans],
                    Targets = [.. without.Targets, .. payload.Targets],
                    Agencies = [.. without.Agencies, .. payload.Agencies],
                }).WithDutiesOfPlans(),
                [.. Warn(payload)])
            : new ChangeOutcome.Refused(problems);
    }

    private static ChangeOutcome.Refused Refused(Refusal refusal) => new([refusal]);

    private static IEnumerable<Refusal> Check(CityDefinition city, PlanPayload payload)
    {
        var plans = payload.Plans.Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in Twice(city.Plans.Concat(payload.Plans).Select(plan => plan.Id))
            .Concat(Twice(city.Targets.Concat(payload.Targets).Select(target => target.Id)))
            .Concat(Twice(city.Agencies.Concat(payload.Agencies).Select(agency => agency.Id))))
        {
            yield return new Refusal(
                "duplicate_key", $"The id '{id}' would stand twice.", "Withdraw the plan that has it first.");
        }

        foreach (var plan in payload.Plans.Where(plan => plan.Unit is { } unit && !city.Tree.Contains(unit)))
        {
            yield return new Refusal(
                "unknown_unit", $"Plan '{plan.Id}' is of unit {plan.Unit}, which the city has not.", "Name another.");
        }

        foreach (var target in payload.Targets)
        {
            if (!plans.Contains(target.PlanId))
            {
                yield return new Refusal(
                    "unknown_plan", $"Target '{target.Id}' is of plan '{target.PlanId}'.", "Load that plan with it.");
            }

            if (target.Indicator is { } indicator && !city.Indicators.TryGet(indicator, out _))
            {
                yield return new Refusal(
                    "unknown_indicator",
                    $"Target '{target.Id}' is of indicator {indicator}, which the catalogue has not.",
                    "/v1/indicators lists the codes.");
            }
        }
    }

    private static IEnumerable<Refusal> Warn(PlanPayload payload) => payload.Plans
        .Where(plan => plan.Unit is null)
        .Select(plan => new Refusal(
            "plan_without_unit",
            $"Plan '{plan.Id}' is of no unit of this city: its targets bind nobody.",
            "Write the unit's code into unit_code to hold its figures against them."));

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
