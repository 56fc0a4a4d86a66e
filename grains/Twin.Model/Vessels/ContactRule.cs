namespace Twin.Model.Vessels;

/// <summary>
/// How long a vessel may be silent: two clocks. Data of the dataset, with effective dates. The rule that says more of a
/// vessel wins: its class before its zone before neither; of two that say as much, the later one.
/// </summary>
/// <param name="From">The first day of the rule.</param>
/// <param name="To">The last day; <c>null</c> for no end.</param>
/// <param name="SizeClass">The class it is for; <c>null</c> for all.</param>
/// <param name="Zone">Where a vessel must have been heard last; <c>null</c> for anywhere.</param>
/// <param name="LostAfter">Silence longer than this is a loss of contact; <c>null</c> for never.</param>
/// <param name="LongLostAfter">Silence longer than this is the second clock; <c>null</c> for never.</param>
/// <param name="Source">The decree, or whose practice it is.</param>
public sealed record ContactRule(
    DateOnly From,
    DateOnly? To,
    SizeClass? SizeClass,
    ContactZone? Zone,
    TimeSpan? LostAfter,
    TimeSpan? LongLostAfter,
    string Source)
{
    /// <summary>Whether the rule is for such a vessel on a day.</summary>
    public bool Covers(DateOnly day, SizeClass? sizeClass, ContactZone zone) =>
        From <= day && (To is not { } to || day <= to)
        && (SizeClass is not { } only || only == sizeClass)
        && (Zone is not { } where || where == zone);

    /// <summary>How much the rule says of a vessel.</summary>
    public int Weight => (SizeClass is null ? 0 : 2) + (Zone is null ? 0 : 1);
}
