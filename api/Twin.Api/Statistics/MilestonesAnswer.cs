using Twin.Api.Lists;

namespace Twin.Api.Statistics;

/// <summary>The milestones that bind a unit.</summary>
/// <param name="Summary">How many stand where, over all pages.</param>
/// <param name="Items">Those of this page, overdue ones first, then by due date.</param>
/// <param name="NumberMatched">How many there are on all pages.</param>
/// <param name="Links">This page and, when there are more, the next.</param>
internal sealed record MilestonesAnswer(
    MilestoneSummaryAnswer Summary,
    IReadOnlyList<MilestoneAnswer> Items,
    long NumberMatched,
    IReadOnlyList<LinkAnswer> Links);
