using Twin.Model.Plans;
using Twin.Model.Rollups;
using static Twin.Model.Tests.Plans.PlanExamples;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Plans;

public sealed class MilestoneRulesTests
{
    private static readonly Target Milestone = Goal(TargetComparator.Equal, 1, "2024-06-30") with
    {
        Kind = TargetKind.Milestone,
    };

    public static TheoryData<string, string, double[], MilestoneState, string?, int?> Standings => new()
    {
        { "nothing reported, long before", "2024-01-15", [], MilestoneState.Upcoming, null, 167 },
        { "31 days before", "2024-05-30", [0, 0, 0, 0], MilestoneState.Upcoming, null, 31 },
        { "30 days before", "2024-05-31", [0, 0, 0, 0], MilestoneState.DueSoon, null, 30 },
        { "on its day", "2024-06-30", [0, 0, 0, 0], MilestoneState.DueSoon, null, 0 },
        { "the day after", "2024-07-01", [0, 0, 0, 0], MilestoneState.Overdue, null, -1 },
        { "done in April", "2024-07-01", [0, 0, 0, 1], MilestoneState.DoneOnTime, "2024-04", null },
        { "done in June", "2024-07-01", [0, 0, 0, 0, 0, 1], MilestoneState.DoneOnTime, "2024-06", null },
        { "done in July", "2024-07-31", [0, 0, 0, 0, 0, 0, 1], MilestoneState.DoneLate, "2024-07", null },
        { "July has not ended", "2024-07-30", [0, 0, 0, 0, 0, 0, 1], MilestoneState.Overdue, null, -30 },
        { "done again, late", "2024-08-31", [1, 0, 0, 0, 0, 0, 1], MilestoneState.DoneLate, "2024-07", null },
        { "done and undone", "2024-08-31", [0, 1, 0], MilestoneState.Overdue, null, -62 },
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void A_milestone_stands_where_its_reports_and_its_day_say(
        string name, string day, double[] months, MilestoneState state, string? doneIn, int? left)
    {
        Rollup[] series =
            [.. months.Select((value, i) => Value(FormattableString.Invariant($"2024-{i + 1:00}"), value))];

        var standing = MilestoneRules.Stand(Milestone, Amount, series, Day(day));

        Assert.True((state, doneIn, left) == (standing.State, standing.DoneIn?.ToString(), standing.DaysLeft), name);
    }

    [Fact]
    public void Without_a_day_it_is_done_or_to_come()
    {
        var open = Milestone with { DueDate = null };

        var done = MilestoneRules.Stand(open, Amount, [Value("2024-01", 1)], Day("2024-12-31"));
        var toCome = MilestoneRules.Stand(open, Amount, [Value("2024-01", 0)], Day("2024-12-31"));

        Assert.Equal((MilestoneState.Done, MilestoneState.Upcoming), (done.State, toCome.State));
    }

    [Fact]
    public void The_share_done_on_time_is_of_those_that_are_decided()
    {
        MilestoneState[] states =
        [
            .. Enumerable.Repeat(MilestoneState.DoneOnTime, 3), MilestoneState.DoneLate, MilestoneState.Overdue,
            MilestoneState.DueSoon, MilestoneState.Upcoming, MilestoneState.Done,
        ];
        MilestoneStanding[] standings =
            [.. states.Select(state => new MilestoneStanding(Milestone, state, null, null))];

        Assert.Equal(0.6, MilestoneRules.ShareOnTime(standings));
        Assert.Null(MilestoneRules.ShareOnTime([]));
    }

    [Fact]
    public void What_presses_most_comes_first()
    {
        MilestoneStanding Of(string id, MilestoneState state, string? due) => new(
            Milestone with { Id = id, DueDate = due is null ? null : Day(due) }, state, null, null);
        MilestoneStanding[] standings =
        [
            Of("A", MilestoneState.DoneOnTime, "2024-01-01"), Of("B", MilestoneState.Upcoming, null),
            Of("C", MilestoneState.Upcoming, "2024-12-31"), Of("D", MilestoneState.Overdue, "2024-06-30"),
            Of("E", MilestoneState.Overdue, "2024-03-31"), Of("F", MilestoneState.Upcoming, "2024-12-31"),
        ];

        Assert.Equal(
            "EDCFBA", string.Concat(standings.Order(MilestoneRules.MostPressingFirst).Select(s => s.Target.Id)));
    }
}
