using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>What is due of one duty for one period.</summary>
/// <param name="DutyId">The duty.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Period">What it is about.</param>
/// <param name="Agency">The agency that owes it; null where units do.</param>
/// <param name="Owing">How many units or agencies owe it.</param>
/// <param name="State">Where it stands: as the one of them that needs somebody most.</param>
/// <param name="Count">The figures of all of them, counted.</param>
internal sealed record DutyDueAnswer(
    string DutyId,
    string NameVi,
    string NameEn,
    string Period,
    string? Agency,
    int Owing,
    DutyState State,
    DutyCountAnswer Count);
