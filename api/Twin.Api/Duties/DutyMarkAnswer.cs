using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>A decision about one report, by hand.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
internal sealed record DutyMarkAnswer(DutyMarkKind Kind, DateTimeOffset At, string By, string Reason);
