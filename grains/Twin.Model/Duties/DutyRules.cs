using Twin.Model.Calendars;

namespace Twin.Model.Duties;

/// <summary>Where reports stand. Pure: deadlines, what came, what was decided, and the clock go in.</summary>
public static class DutyRules
{
    /// <summary>How many days before its day a report is due soon.</summary>
    public const int DueSoonDays = 7;

    /// <summary>
    /// Where one report stands. Of the decisions up to now the last one to waive or reinstate holds; what came before
    /// the last one to return counts for nothing, which is for <paramref name="receipt"/> to know.
    /// </summary>
    public static DutyState State(
        DutyDeadline deadline, DutyReceipt receipt, IReadOnlyList<DutyMark> marks, DateTimeOffset now)
    {
        if (IsWaived(marks, now))
        {
            return DutyState.Waived;
        }

        if (receipt.FirstAt is { } first)
        {
            return first >= deadline.OnTimeBefore ? DutyState.Late
                : receipt.CorrectedAt is not null ? DutyState.Corrected
                : DutyState.Received;
        }

        return ReturnedAt(marks, now) is not null ? DutyState.Returned
            : now >= deadline.OnTimeBefore ? DutyState.Missing
            : now >= VietnamDay.StartOf(deadline.DueDay.AddDays(-DueSoonDays)) ? DutyState.DueSoon
            : DutyState.Pending;
    }

    /// <summary>How a report in that state is counted.</summary>
    public static DutyTally Tally(DutyState state, DutyDeadline deadline, DutyReceipt receipt, DateTimeOffset now)
    {
        if (state == DutyState.Waived)
        {
            return default(DutyTally) with { Waived = 1 };
        }

        var hasPassed = now >= deadline.OnTimeBefore;
        var isHere = receipt.FirstAt is not null;
        var isLate = state == DutyState.Late;
        return new DutyTally(
            OnTime: isHere && !isLate && hasPassed ? 1 : 0,
            Late: isLate ? 1 : 0,
            Missing: !isHere && hasPassed ? 1 : 0,
            Early: isHere && !isLate && !hasPassed ? 1 : 0,
            Pending: !isHere && !hasPassed ? 1 : 0,
            Corrected: isHere && receipt.CorrectedAt is not null ? 1 : 0,
            Returned: state == DutyState.Returned ? 1 : 0,
            Waived: 0);
    }

    /// <summary>The state of several reports that are owed together: the one that needs somebody most.</summary>
    public static DutyState Worst(DutyState left, DutyState right) => Rank(left) >= Rank(right) ? left : right;

    /// <summary>When a report was last handed back, by the decisions up to now.</summary>
    public static DateTimeOffset? ReturnedAt(IReadOnlyList<DutyMark> marks, DateTimeOffset now) =>
        Last(marks, now, kind => kind == DutyMarkKind.Returned)?.At;

    /// <summary>What came of a document, of which nothing is known but what somebody noted.</summary>
    public static DutyReceipt ReceiptOfDocument(IReadOnlyList<DutyMark> marks, DateTimeOffset now)
    {
        var after = ReturnedAt(marks, now);
        var received = marks.Where(mark => mark.Kind == DutyMarkKind.Received && mark.At <= now && !(mark.At <= after))
            .Select(mark => mark.At).Order().ToArray();
        return received is [var first, .. var more]
            ? new DutyReceipt(first, more is [.., var last] ? last : null)
            : default;
    }

    /// <summary>Why a decision cannot be taken, or <c>null</c>.</summary>
    public static Refusal? Check(DutyOccurrence occurrence, DutyMarkKind kind) => kind switch
    {
        DutyMarkKind.Received when occurrence.Indicators.Length > 0 => new Refusal(
            "conflict",
            $"'{occurrence.Id}' is made of figures; whether it has come is read from the log.",
            "Send the figures to /v1/observations."),
        DutyMarkKind.Returned when occurrence.Tally.Received == 0 => new Refusal(
            "conflict", $"Nothing has come for '{occurrence.Id}'.", "Only what has come can be returned."),
        DutyMarkKind.Waived when occurrence.State == DutyState.Waived => new Refusal(
            "conflict", $"'{occurrence.Id}' is waived already.", "Reinstate it, or leave it."),
        DutyMarkKind.Reinstated when occurrence.State != DutyState.Waived => new Refusal(
            "conflict", $"'{occurrence.Id}' is not waived.", "Only what is waived can be reinstated."),
        _ => null,
    };

    private static bool IsWaived(IReadOnlyList<DutyMark> marks, DateTimeOffset now) =>
        Last(marks, now, kind => kind is DutyMarkKind.Waived or DutyMarkKind.Reinstated)?.Kind == DutyMarkKind.Waived;

    private static DutyMark? Last(IReadOnlyList<DutyMark> marks, DateTimeOffset now, Func<DutyMarkKind, bool> isOne)
    {
        DutyMark? last = null;
        foreach (var mark in marks)
        {
            if (mark.At <= now && isOne(mark.Kind) && !(mark.At < last?.At))
            {
                last = mark;
            }
        }

        return last;
    }

    private static int Rank(DutyState state) => state switch
    {
        DutyState.Returned => 7,
        DutyState.Missing => 6,
        DutyState.DueSoon => 5,
        DutyState.Pending => 4,
        DutyState.Late => 3,
        DutyState.Corrected => 2,
        DutyState.Received => 1,
        _ => 0,
    };
}
