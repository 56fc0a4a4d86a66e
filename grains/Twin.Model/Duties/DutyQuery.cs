using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>Which reports that are owed somebody asks for.</summary>
/// <param name="From">The first day on which they are due.</param>
/// <param name="To">The last.</param>
/// <param name="DutyId">Only of that duty.</param>
/// <param name="AgencyId">Only the figures that an agency owns, or the documents that it owes.</param>
/// <param name="Cadence">Only those that come so often.</param>
/// <param name="States">Only those that stand so; all when empty.</param>
/// <param name="Period">Only those of the window of that name.</param>
/// <param name="Upper">Only of units that stood below that one, or were it, when the window ended.</param>
public sealed record DutyQuery(
    DateOnly From,
    DateOnly To,
    string? DutyId = null,
    string? AgencyId = null,
    ReportingCadence? Cadence = null,
    ImmutableArray<DutyState> States = default,
    TimePeriod? Period = null,
    AdministrativeUnitCode? Upper = null)
{
    /// <summary>The windows of a duty asked for, by the day that their reports are due.</summary>
    public IEnumerable<DutyWindow> Windows(Duty duty, WorkCalendar calendar)
    {
        var query = this;
        return (DutyId is not null && !string.Equals(duty.Id, DutyId, StringComparison.Ordinal))
            || (Cadence is { } cadence && cadence != duty.Cadence)
            ? []
            : duty.Windows(From.AddDays(-DutyBook.LongestDelayDays), To).Where(window =>
                (query.Period is not { } period || window.Period == period)
                && duty.Due.DueDay(window, calendar) is var day && day >= query.From && day <= query.To);
    }

    /// <summary>Whether a report in that state is asked for.</summary>
    public bool Wants(DutyState state) => States.IsDefaultOrEmpty || States.Contains(state);
}
