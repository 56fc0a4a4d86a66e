namespace Twin.Model.Vessels;

/// <summary>From when to when a paper holds.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; <c>null</c> for no end.</param>
public readonly record struct Validity(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the paper holds on a day.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}
