using Twin.Model;
using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>Lays reports that are owed out by the day on which they are due.</summary>
internal static class DutyCalendar
{
    /// <summary>Every day that was asked for, with what is due on it.</summary>
    public static DutyCalendarAnswer Of(DutyAsk ask, IReadOnlyList<DutyOccurrence> occurrences, CityDefinition city)
    {
        var byDay = occurrences.ToLookup(one => one.Deadline.DueDay);
        var calendar = city.Duties.Calendar;
        var days = new List<DutyDayAnswer>();
        for (var day = ask.Query.From; day <= ask.Query.To; day = day.AddDays(1))
        {
            var holiday = calendar.Find(day);
            days.Add(new DutyDayAnswer(
                day, calendar.IsWorkingDay(day), holiday?.NameVi, holiday?.NameEn, [.. Due(byDay[day], city.Duties)]));
        }

        return new DutyCalendarAnswer(ask.Query.From, ask.Query.To, calendar.KnownUntil, days);
    }

    /// <summary>What is due, one for a duty and period.</summary>
    public static IEnumerable<DutyDueAnswer> Due(IEnumerable<DutyOccurrence> occurrences, DutyBook book) => occurrences
        .GroupBy(one => (one.DutyId, one.Window.Period))
        .Select(group =>
        {
            var duty = book.Find(group.Key.DutyId)!; // Those of duties that the city has not are not listed.
            return new DutyDueAnswer(
                duty.Id,
                duty.NameVi,
                duty.NameEn,
                group.Key.Period.ToString(),
                duty.AgencyId,
                group.Count(),
                group.Aggregate(DutyState.Waived, (state, one) => DutyRules.Worst(state, one.State)),
                DutyCountAnswer.Of(group.Aggregate(default(DutyTally), (sum, one) => sum + one.Tally)));
        });
}
