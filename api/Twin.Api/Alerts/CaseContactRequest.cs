using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>A call that somebody made.</summary>
/// <param name="Channel">How.</param>
/// <param name="Who">Who was called, as an office or a role.</param>
/// <param name="IsReached">Whether somebody answered.</param>
internal sealed record CaseContactRequest(CaseChannel? Channel, string? Who, bool? IsReached);
