using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>Which figure of an indicator a unit should have by a day: by its duties, else by the cadence.</summary>
/// <param name="unit">The unit.</param>
/// <param name="city">The city.</param>
internal sealed class ExpectedFigures(AdministrativeUnitCode unit, CityDefinition city)
{
    // Where no duty says when, a figure has as long as this.
    private const int DaysWithoutDuty = 31;

    private readonly ImmutableArray<Duty> _duties = city.Duties.OfUnit(unit, city.Tree);

    /// <summary>The last window of an indicator that has ended by a day; <c>null</c> without a cadence.</summary>
    public static DutyWindow? LastWindow(Indicator indicator, DateOnly day)
    {
        foreach (var cadence in ReportingCadences.ReadAll(indicator.Cadence))
        {
            var window = DutyWindow.Containing(day, cadence);
            return window.End <= day ? window : Before(window);
        }

        return null;
    }

    /// <summary>The window before.</summary>
    public static DutyWindow Before(DutyWindow window) =>
        DutyWindow.Containing(window.Start.AddDays(-1), window.Cadence);

    /// <summary>Whether a duty asks for it.</summary>
    public bool IsOwed(Indicator indicator, DutyWindow window) => _duties.Any(duty => Asks(duty, indicator, window));

    /// <summary>Whether it should be there by an instant.</summary>
    public bool IsDue(Indicator indicator, DutyWindow window, DateTimeOffset now)
    {
        var deadlines = _duties.Where(duty => Asks(duty, indicator, window))
            .Select(duty => duty.Deadline(window, city.Duties.Calendar).OnTimeBefore).ToArray();
        return deadlines.Length > 0
            ? deadlines.Min() <= now
            : VietnamDay.Of(now) > window.End.AddDays(DaysWithoutDuty);
    }

    /// <summary>Whether the unit stood at the level that reports it.</summary>
    public bool CanReport(Indicator indicator, DutyWindow window) =>
        city.Tree.Find(unit, window.End)?.Level == indicator.ReportingLevel;

    private bool Asks(Duty duty, Indicator indicator, DutyWindow window) =>
        duty.Cadence == window.Cadence && duty.Indicators.Contains(indicator.Code)
        && DutyBook.Binds(duty, window, unit, city.Tree);
}
