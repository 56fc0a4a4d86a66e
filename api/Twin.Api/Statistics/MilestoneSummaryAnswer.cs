using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>How many milestones stand where.</summary>
/// <param name="DoneOnTime">Done by the due date.</param>
/// <param name="DoneLate">Done after it.</param>
/// <param name="Done">Done, where no day was laid down.</param>
/// <param name="Overdue">Not done, and due.</param>
/// <param name="DueSoon">Not done, and due within 30 days.</param>
/// <param name="Upcoming">Not done, and due later or at no day.</param>
/// <param name="ShareOnTime">Done on time among those that were due or are done, 0 to 1; null when none was.</param>
internal sealed record MilestoneSummaryAnswer(
    int DoneOnTime, int DoneLate, int Done, int Overdue, int DueSoon, int Upcoming, double? ShareOnTime)
{
    /// <summary>Makes the summary of standings.</summary>
    public static MilestoneSummaryAnswer Of(IReadOnlyCollection<MilestoneStanding> standings)
    {
        int Count(MilestoneState state) => standings.Count(standing => standing.State == state);
        return new MilestoneSummaryAnswer(
            Count(MilestoneState.DoneOnTime),
            Count(MilestoneState.DoneLate),
            Count(MilestoneState.Done),
            Count(MilestoneState.Overdue),
            Count(MilestoneState.DueSoon),
            Count(MilestoneState.Upcoming),
            MilestoneRules.ShareOnTime(standings));
    }
}
