using System.Collections.Immutable;

namespace Twin.Model.Duties;

/// <summary>The documents that one agency owes. Pure: whether one has come is what somebody noted.</summary>
public static class AgencyDuties
{
    /// <summary>The documents asked for, as they stand at an instant, by the day they are due.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="book">The duties.</param>
    /// <param name="marks">What was decided about each, by its id.</param>
    /// <param name="query">Which are asked for.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<DutyOccurrence> Occurrences(
        string agencyId,
        DutyBook book,
        IReadOnlyDictionary<string, ImmutableArray<DutyMark>> marks,
        DutyQuery query,
        DateTimeOffset now) =>
    [
        .. book.OfAgency(agencyId)
            .SelectMany(duty => query.Windows(duty, book.Calendar)
                .Select(window => Occurrence(agencyId, duty, window, book, marks, now)))
            .Where(one => query.Wants(one.State))
            .OrderBy(one => one.Deadline.DueDay)
            .ThenBy(one => one.DutyId, StringComparer.Ordinal),
    ];

    private static DutyOccurrence Occurrence(
        string agencyId,
        Duty duty,
        DutyWindow window,
        DutyBook book,
        IReadOnlyDictionary<string, ImmutableArray<DutyMark>> allMarks,
        DateTimeOffset now)
    {
        var deadline = duty.Deadline(window, book.Calendar);
        var id = new DutyKey(duty.Id, agencyId, window.Period).ToString();
        var marks = allMarks.GetValueOrDefault(id, []);
        var receipt = DutyRules.ReceiptOfDocument(marks, now);
        var state = DutyRules.State(deadline, receipt, marks, now);
        return new DutyOccurrence
        {
            DutyId = duty.Id,
            AgencyId = agencyId,
            Window = window,
            Deadline = deadline,
            Indicators = [],
            Outstanding = [],
            State = state,
            Tally = DutyRules.Tally(state, deadline, receipt, now),
            ReceivedAt = receipt.FirstAt,
            Marks = marks,
        };
    }
}
