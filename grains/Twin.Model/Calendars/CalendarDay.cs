namespace Twin.Model.Calendars;

/// <summary>One row of a calendar.</summary>
/// <param name="Date">The day; of an annual holiday its first.</param>
/// <param name="Kind">What it is.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="IsAnnounced">Whether it rests on a published decision; otherwise on the rule of the law.</param>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, string NameVi, string NameEn, bool IsAnnounced);
