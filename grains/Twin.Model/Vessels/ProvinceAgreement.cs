namespace Twin.Model.Vessels;

/// <summary>Two provinces let each other's small vessels fish in their coastal waters.</summary>
/// <param name="Province">The code of the one.</param>
/// <param name="With">The code of the other.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; <c>null</c> for no end.</param>
/// <param name="Source">The agreement.</param>
public sealed record ProvinceAgreement(string Province, string With, DateOnly From, DateOnly? To, string Source)
{
    /// <summary>Whether the two have agreed, as of a day.</summary>
    public bool Joins(string one, string other, DateOnly day) =>
        From <= day && (To is not { } to || day <= to)
        && ((Is(Province, one) && Is(With, other)) || (Is(Province, other) && Is(With, one)));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
