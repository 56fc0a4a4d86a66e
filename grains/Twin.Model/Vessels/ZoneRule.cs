namespace Twin.Model.Vessels;

/// <summary>
/// Who may fish where. Data of the dataset, with effective dates. The rule that says more of a vessel wins: what it
/// fishes with before its class before neither; of two that say as much, the later one.
/// </summary>
/// <param name="From">The first day of the rule.</param>
/// <param name="To">The last day; <c>null</c> for no end.</param>
/// <param name="SizeClass">The class it is for; <c>null</c> for all.</param>
/// <param name="Gear">What a vessel must fish with; <c>null</c> for anything.</param>
/// <param name="Zone">The kind of zone.</param>
/// <param name="Access">Whether such a vessel may fish there.</param>
/// <param name="Dwell">How long it must have been there until it counts as staying.</param>
/// <param name="PassingKnots">
/// Who sails at least so fast is passing through; <c>null</c> where passing is forbidden too.
/// </param>
/// <param name="Source">The decree.</param>
public sealed record ZoneRule(
    DateOnly From,
    DateOnly? To,
    SizeClass? SizeClass,
    string? Gear,
    ZoneKind Zone,
    ZoneAccess Access,
    TimeSpan Dwell,
    double? PassingKnots,
    string Source)
{
    /// <summary>How much the rule says of a vessel.</summary>
    public int Weight => (Gear is null ? 0 : 2) + (SizeClass is null ? 0 : 1);

    /// <summary>Whether the rule is for such a vessel on a day.</summary>
    public bool Covers(DateOnly day, SizeClass? sizeClass, string? gear, ZoneKind zone) =>
        Zone == zone && From <= day && (To is not { } to || day <= to)
        && (SizeClass is not { } only || only == sizeClass)
        && (Gear is null || string.Equals(Gear, gear, StringComparison.OrdinalIgnoreCase));
}
