namespace Twin.Model.Alerts;

/// <summary>A call, one line of a case's contact log; what was said is the text of its event.</summary>
/// <param name="Channel">How.</param>
/// <param name="Who">Who was called, as an office or a role: no personal data is kept here.</param>
/// <param name="IsReached">Whether somebody answered.</param>
public sealed record CaseContact(CaseChannel Channel, string Who, bool IsReached);
