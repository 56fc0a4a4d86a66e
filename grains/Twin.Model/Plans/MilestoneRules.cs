using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>Whether milestones were done, and when. Pure.</summary>
public static class MilestoneRules
{
    /// <summary>Overdue ones first, then what is due next; of equals by id.</summary>
    public static IComparer<MilestoneStanding> MostPressingFirst { get; } = Comparer<MilestoneStanding>.Create(
        (x, y) => (x.State, x.Target.DueDate ?? DateOnly.MaxValue) == (y.State, y.Target.DueDate ?? DateOnly.MaxValue)
            ? string.CompareOrdinal(x.Target.Id, y.Target.Id)
            : (x.State, x.Target.DueDate ?? DateOnly.MaxValue).CompareTo(
                (y.State, y.Target.DueDate ?? DateOnly.MaxValue)));

    /// <summary>
    /// Where a milestone stands on a day. It counts as done from the first period, ended by that day, for which it was
    /// reported done and after which it was never reported undone; a period that ends by the due date is in time.
    /// </summary>
    /// <param name="milestone">The milestone.</param>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="series">The unit's figures; later ones are passed over.</param>
    /// <param name="day">The day.</param>
    public static MilestoneStanding Stand(
        Target milestone, Indicator indicator, IReadOnlyList<Rollup> series, DateOnly day)
    {
        Rollup[] known =
        [
            .. series.Where(f => f.Value is not null && f.Period.End <= day).OrderBy(f => f.Period.End),
        ];
        var undone = Array.FindLastIndex(known, f => !TargetRules.IsMet(milestone, indicator, f));
        var due = milestone.DueDate;
        if (undone + 1 < known.Length)
        {
            var doneIn = known[undone + 1].Period;
            var state = due is null ? MilestoneState.Done
                : doneIn.End <= due ? MilestoneState.DoneOnTime
                : MilestoneState.DoneLate;
            return new MilestoneStanding(milestone, state, doneIn, null);
        }

        var left = due?.DayNumber - day.DayNumber;
        var open = left switch
        {
            < 0 => MilestoneState.Overdue,
            <= TargetRules.DueSoonDays => MilestoneState.DueSoon,
            _ => MilestoneState.Upcoming,
        };
        return new MilestoneStanding(milestone, open, null, left);
    }

    /// <summary>
    /// Those done on time among those with a day that are done or overdue, 0 to 1; <c>null</c> when there is none.
    /// </summary>
    public static double? ShareOnTime(IReadOnlyCollection<MilestoneStanding> standings)
    {
        var onTime = standings.Count(standing => standing.State == MilestoneState.DoneOnTime);
        var decided = onTime + standings.Count(
            standing => standing.State is MilestoneState.DoneLate or MilestoneState.Overdue);
        return decided == 0 ? null : (double)onTime / decided;
    }
}
