using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>
/// Who reports what, how often, and by when. Either every unit of a level reports figures, or an agency sends a
/// document.
/// </summary>
public sealed record Duty
{
    /// <summary>The id: letters, digits, hyphens and dots.</summary>
    public required string Id { get; init; }

    /// <summary>The plan that it comes from.</summary>
    public required string PlanId { get; init; }

    /// <summary>The unit in which it holds: that of the plan. Units below it report.</summary>
    public required AdministrativeUnitCode Unit { get; init; }

    /// <summary>The level whose units report; <c>null</c> where an agency does.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>The agency that reports; <c>null</c> where units do.</summary>
    public string? AgencyId { get; init; }

    /// <summary>To which agency.</summary>
    public string? ReportsTo { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The figures that each unit reports; empty for a document.</summary>
    public required ImmutableArray<IndicatorCode> Indicators { get; init; }

    /// <summary>How often.</summary>
    public required ReportingCadence Cadence { get; init; }

    /// <summary>On which day after each window.</summary>
    public required DueRule Due { get; init; }

    /// <summary>Working days after that day on which a report still counts as on time.</summary>
    public int GraceWorkingDays { get; init; }

    /// <summary>The first day: windows that end earlier owe nothing.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether a window's report is owed.</summary>
    public bool Owes(DutyWindow window) =>
        window.Cadence == Cadence && window.End >= ValidFrom && !(window.End > ValidTo);

    /// <summary>The windows owed whose last day lies between two days, both included; oldest first.</summary>
    public IEnumerable<DutyWindow> Windows(DateOnly from, DateOnly to)
    {
        var first = from > ValidFrom ? from : ValidFrom;
        var last = ValidTo is { } end && end < to ? end : to;
        for (var window = DutyWindow.Containing(first, Cadence); window.End <= last; window = window.Next)
        {
            yield return window;
        }
    }

    /// <summary>When the report of a window is due.</summary>
    public DutyDeadline Deadline(DutyWindow window, WorkCalendar calendar)
    {
        var due = Due.DueDay(window, calendar);
        var last = calendar.AddWorkingDays(due, GraceWorkingDays);
        return new DutyDeadline(due, VietnamDay.EndOf(last));
    }
}
