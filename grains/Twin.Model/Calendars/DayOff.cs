namespace Twin.Model.Calendars;

/// <summary>A day on which offices are closed, and why.</summary>
/// <param name="Date">The day.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="IsSubstitute">Whether it stands in for a holiday that fell on a weekend.</param>
public sealed record DayOff(DateOnly Date, string NameVi, string NameEn, bool IsSubstitute);
