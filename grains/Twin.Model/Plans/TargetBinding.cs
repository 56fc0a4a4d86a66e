using Twin.Model.Units;

namespace Twin.Model.Plans;

/// <summary>Which targets bind a unit. Pure.</summary>
public static class TargetBinding
{
    /// <summary>
    /// The targets that bind a unit: those of plans of the unit or of one above it which name it or its level. A share
    /// that was given to the unit stands in for the target that it is a share of.
    /// </summary>
    /// <param name="city">The city.</param>
    /// <param name="path">The unit and those above it, from the unit upwards; empty without a unit.</param>
    public static IReadOnlyList<Target> On(CityDefinition city, IReadOnlyList<AdministrativeUnit> path)
    {
        if (path is not [var self, ..])
        {
            return [];
        }

        var plans = city.Plans.Where(plan => path.Any(unit => unit.Code == plan.Unit))
            .Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        var binding = city.Targets.Where(target => target.Binds(self) && plans.Contains(target.PlanId)).ToArray();
        var replaced = binding.Select(target => target.OriginId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return replaced.Count == 0 ? binding : [.. binding.Where(target => !replaced.Contains(target.Id))];
    }
}
