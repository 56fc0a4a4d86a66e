namespace Twin.Model.Plans.Cascades;

/// <summary>Which targets can be divided, and on which boundaries. Pure.</summary>
public static class CascadeTargets
{
    /// <summary>Why a target cannot be divided; <c>null</c> where it can.</summary>
    public static Refusal? WhyNot(CityDefinition city, Target target) => target switch
    {
        { OriginId: { } origin } => No(
            target, $"it is itself a share of {origin}", "Divide that one down to the level that is wanted."),
        { IsMeasurable: false } => No(target, "it has no value to divide", "Choose a target with a value."),
        { Comparator: TargetComparator.Between or TargetComparator.Improve or TargetComparator.Rank } => No(
            target, "a range, a place or 'better than before' has no parts", "Choose a target with one value."),
        _ when PlanOf(city, target)?.Unit is null => No(
            target, "its plan is of no unit of this city", "Choose a target of a plan of this city."),
        _ when !city.Indicators.TryGet(target.Indicator.GetValueOrDefault(), out var indicator)
            || CascadeRules.CombinationOf(indicator.Aggregation) is null => No(
                target, "what its parts come to together cannot be said", "Choose a sum, a ratio or a mean."),
        _ => null,
    };

    /// <summary>The plan of a target.</summary>
    public static Plan? PlanOf(CityDefinition city, Target target) =>
        city.Plans.FirstOrDefault(plan => string.Equals(plan.Id, target.PlanId, StringComparison.Ordinal));

    /// <summary>
    /// The day whose boundaries a target is divided on: that on which it is due, or the last on which the tree changed.
    /// </summary>
    public static DateOnly DayOf(CityDefinition city, Target target) =>
        target.DueDate ?? city.Tree.ChangeDates.LastOrDefault();

    private static Refusal No(Target target, string why, string hint) => new(
        "cannot_be_divided", $"{target.Id} cannot be divided: {why}.", hint);
}
