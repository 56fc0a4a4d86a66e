using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>Reports counted by where they stand.</summary>
/// <param name="Expected">Those asked for.</param>
/// <param name="Received">Those that are here.</param>
/// <param name="Due">Those whose time has passed.</param>
/// <param name="OnTime">Of those due: here in time.</param>
/// <param name="Late">Here after their time.</param>
/// <param name="Missing">Not here, and their time has passed.</param>
/// <param name="Early">Here, and their time has not passed.</param>
/// <param name="Pending">Not here, and their time has not passed.</param>
/// <param name="Corrected">How many of those here have been changed.</param>
/// <param name="Returned">How many of those not here were handed back.</param>
/// <param name="Waived">Not asked for, and in no other count.</param>
/// <param name="TimelinessPercent">On time of due; null when nothing is due.</param>
/// <param name="CompletenessPercent">On time or late of due; null when nothing is due.</param>
internal sealed record DutyCountAnswer(
    int Expected,
    int Received,
    int Due,
    int OnTime,
    int Late,
    int Missing,
    int Early,
    int Pending,
    int Corrected,
    int Returned,
    int Waived,
    double? TimelinessPercent,
    double? CompletenessPercent)
{
    /// <summary>The answer of a count.</summary>
    public static DutyCountAnswer Of(DutyTally tally) => new(
        tally.Expected,
        tally.Received,
        tally.Due,
        tally.OnTime,
        tally.Late,
        tally.Missing,
        tally.Early,
        tally.Pending,
        tally.Corrected,
        tally.Returned,
        tally.Waived,
        tally.Due > 0 ? tally.OnTime * 100.0 / tally.Due : null,
        tally.Due > 0 ? (tally.OnTime + tally.Late) * 100.0 / tally.Due : null);
}
