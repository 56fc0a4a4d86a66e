namespace Twin.Api.Duties;

/// <summary>Reports counted together.</summary>
/// <param name="Key">A unit's code, an agency's id, a duty's id, a cadence, an indicator's code or a month; empty for
/// figures that no agency owns and documents that no unit owes.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Count">The count.</param>
internal sealed record DutySummaryAnswer(string Key, string NameVi, string NameEn, DutyCountAnswer Count);
