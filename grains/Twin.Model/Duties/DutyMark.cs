namespace Twin.Model.Duties;

/// <summary>A decision about one report, by hand. It is never taken back; a later one goes before it.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record DutyMark(DutyMarkKind Kind, DateTimeOffset At, string By, string Reason);
