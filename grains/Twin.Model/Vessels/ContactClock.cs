namespace Twin.Model.Vessels;

/// <summary>
/// The two clocks of a vessel. Both run from its last report until its feed was last heard, and stand still while the
/// feed is down: nobody is lost because the twin did not listen, or may not have. What they show is a function of the
/// log and the time, so that after a restart they show the same. Pure.
/// </summary>
public static class ContactClock
{
    /// <summary>What the clocks show.</summary>
    /// <param name="vessel">The vessel.</param>
    /// <param name="last">Its last accepted report.</param>
    /// <param name="feed">When that report's feed was down.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="now">The time.</param>
    public static ContactReading Read(
        Vessel vessel, PositionReport? last, FeedCondition? feed, FleetRules rules, DateTimeOffset now) =>
        Read(vessel, last, feed, rules, now, feed?.LastSeen is { } seen && seen < now ? seen : now);

    /// <summary>The episode that a report ends; <c>null</c> where the vessel was not lost before it.</summary>
    public static ContactEpisode? Ended(
        Vessel vessel, PositionReport before, PositionReport report, FeedCondition? feed, FleetRules rules)
    {
        // The report itself tells that its feed worked.
        var reading = Read(vessel, before, feed, rules, report.PhenomenonTime, report.PhenomenonTime);
        return reading.IsLost
            ? new ContactEpisode(
                before.PhenomenonTime,
                report.PhenomenonTime,
                before.Position,
                reading.Silence,
                reading.State is ContactState.LongLost)
            : null;
    }

    /// <summary>The episode that lasts; <c>null</c> where the vessel is not lost.</summary>
    public static ContactEpisode? Lasting(ContactReading reading, PositionReport? last) =>
        last is not null && reading.IsLost
            ? new ContactEpisode(
                last.PhenomenonTime, null, last.Position, reading.Silence, reading.State is ContactState.LongLost)
            : null;

    // What came of the feed tells that it worked until then; since then it may be down without anybody knowing yet.
    private static ContactReading Read(
        Vessel vessel,
        PositionReport? last,
        FeedCondition? feed,
        FleetRules rules,
        DateTimeOffset now,
        DateTimeOffset heardUntil)
    {
        if (last is null || last.PhenomenonTime > now + PositionSieve.ClockTolerance)
        {
            return new ContactReading(ContactState.NeverHeard, TimeSpan.Zero);
        }

        var silence = Silence(last.PhenomenonTime, heardUntil, feed);
        var zone = rules.Zone(last.Position);
        var rule = rules.ContactRule(last.PhenomenonTime, vessel.SizeClass, zone);
        if (rule?.LongLostAfter is { } longLostAfter && silence > longLostAfter)
        {
            return new ContactReading(ContactState.LongLost, silence);
        }

        if (rule?.LostAfter is { } lostAfter && silence > lostAfter)
        {
            return new ContactReading(ContactState.Lost, silence);
        }

        if (feed?.IsDown(now) == true)
        {
            return new ContactReading(ContactState.FeedDown, silence);
        }

        var isQuiet = zone is ContactZone.InPort && rule?.LostAfter is null;
        return new ContactReading(isQuiet ? ContactState.InPort : ContactState.InContact, silence);
    }

    private static TimeSpan Silence(DateTimeOffset from, DateTimeOffset to, FeedCondition? feed)
    {
        var silence = to > from ? to - from : TimeSpan.Zero;
        return feed is null || silence == TimeSpan.Zero ? silence : silence - feed.DownBetween(from, to);
    }
}
