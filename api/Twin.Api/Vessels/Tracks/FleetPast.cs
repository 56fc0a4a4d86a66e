using System.Collections.Immutable;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>
/// Where vessels were over a span of time and how they stood with contact, judged by what is known of it now.
/// Immutable; safe for any number of threads.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="feeds">When feeds were down.</param>
/// <param name="from">Where the span begins.</param>
/// <param name="to">Where it ends.</param>
/// <param name="every">How exactly changes of contact are told.</param>
internal sealed class FleetPast(
    FleetRules rules, ImmutableArray<FeedCondition> feeds, DateTimeOffset from, DateTimeOffset to, TimeSpan every)
{
    private readonly Dictionary<string, FeedCondition> _feeds =
        feeds.ToDictionary(feed => feed.Feed, StringComparer.Ordinal);

    /// <summary>
    /// A vessel over the span; <c>null</c> where it was not heard until its end. The track begins some time before the
    /// span; what was last heard before that is known where the vessel was lost then, or was not heard since.
    /// </summary>
    public PastVessel? Of(VesselStanding standing, TrackAnswer? track)
    {
        var reports = Reports(standing, track);
        if (reports.Count == 0)
        {
            return null;
        }

        var tracked = new TrackedVessel(standing.Vessel);
        var moments = ImmutableArray.CreateBuilder<PastMoment>(reports.Count);
        var changes = ImmutableArray.CreateBuilder<(DateTimeOffset At, ContactState Contact)>();
        for (var i = 0; i < reports.Count; i++)
        {
            tracked.Apply(reports[i], PositionVerdict.Accepted, _feeds.GetValueOrDefault(reports[i].Feed), rules);
            var until = i + 1 < reports.Count ? reports[i + 1].PhenomenonTime : to + TimeSpan.FromTicks(1);
            if (until <= from)
            {
                continue;
            }

            moments.Add(new PastMoment(reports[i], tracked.Zone, tracked.Violates));
            AddChanges(standing.Vessel, reports[i], until, changes);
        }

        return new PastVessel(standing, moments.ToImmutable(), changes.ToImmutable());
    }

    /// <summary>The reports until the end of the span, with the last before its begin as far as it is known.</summary>
    private List<PositionReport> Reports(VesselStanding standing, TrackAnswer? track)
    {
        var reports = track?.Reports.Where(report => report.PhenomenonTime <= to).ToList() ?? [];
        if (reports.Count == 0 && standing.Last is { } last && last.PhenomenonTime <= to)
        {
            return [last];
        }

        if (reports is [var first, ..] && first.PhenomenonTime > from
            && standing.Episodes.LastOrDefault(one => one.HeardAgain <= first.PhenomenonTime) is { } episode
            && episode.LastHeard < from)
        {
            reports.Insert(0, new PositionReport
            {
                Vessel = standing.Vessel.Id,
                PhenomenonTime = episode.LastHeard,
                Position = episode.Where,
                Feed = first.Feed,
            });
        }

        return reports;
    }

    private void AddChanges(
        Vessel vessel,
        PositionReport last,
        DateTimeOffset until,
        ImmutableArray<(DateTimeOffset At, ContactState Contact)>.Builder changes)
    {
        var feed = _feeds.GetValueOrDefault(last.Feed);
        for (var at = last.PhenomenonTime > from ? last.PhenomenonTime : from; at < until; at += every)
        {
            var contact = ContactClock.Read(vessel, last, feed, rules, at).State;
            if (changes.Count == 0 || changes[^1].Contact != contact)
            {
                changes.Add((at, contact));
            }
        }
    }
}
