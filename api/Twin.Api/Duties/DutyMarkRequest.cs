using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>A decision about one report that is owed.</summary>
/// <param name="Kind">What is decided: received is for documents alone.</param>
/// <param name="By">Who decides.</param>
/// <param name="Reason">Why.</param>
internal sealed record DutyMarkRequest(DutyMarkKind? Kind, string? By, string? Reason);
