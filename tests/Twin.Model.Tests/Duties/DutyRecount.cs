using Twin.Model.Calendars;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Model.Tests.Duties;

/// <summary>Counts one unit's monthly report from the log in one go, by the words of the documentation alone.</summary>
internal static class DutyRecount
{
    public static DutyTally Count(
        IEnumerable<LoggedBatch> log, IndicatorCode code, TimePeriod month, DateTimeOffset now)
    {
        var due = VietnamCalendar.Create().OnOrAfter(month.End.AddDays(10));
        var passes = VietnamDay.EndOf(due);
        var known = (
            from batch in log
            from observation in batch.Batch.Observations
            where observation.Indicator == code && observation.Period == month
            let came = observation.Status == ObservationStatus.Demo ? observation.ResultTime : batch.RecordedAt
            where came <= now
            select (Came: came, batch.FirstSequence, Observation: observation)).ToArray();
        var values = known.Where(one => one.Observation.Status != ObservationStatus.Missing).ToArray();
        var isHere = known.Length > 0 && known
            .OrderBy(one => one.Observation.ResultTime).ThenBy(one => one.FirstSequence).Last()
            .Observation.Status != ObservationStatus.Missing;
        var isCorrected = isHere && values.Length > 1 ? 1 : 0;
        var empty = default(DutyTally) with { Corrected = isCorrected };
        if (!isHere)
        {
            return now >= passes ? empty with { Missing = 1 } : empty with { Pending = 1 };
        }

        var first = values.Min(one => one.Came);
        return first >= passes ? empty with { Late = 1 }
            : now >= passes ? empty with { OnTime = 1 }
            : empty with { Early = 1 };
    }
}
