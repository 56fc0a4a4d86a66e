using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Calendars;

namespace Twin.Model.Vessels;

/// <summary>
/// The vessels of one shard. Reports are judged here and applied when they are durable. Not safe for two threads.
/// </summary>
public sealed class FleetShard(FleetRules rules)
{
    /// <summary>The most vessels of a shard; a report of one more is refused.</summary>
    public const int MaxVessels = 5_000;

    private readonly Dictionary<VesselId, TrackedVessel> _vessels = [];
    private readonly Dictionary<VesselId, VesselId> _aliases = [];
    private readonly Dictionary<VesselId, DateTimeOffset> _gone = [];

    /// <summary>How many vessels there are.</summary>
    public int Size => _vessels.Count;

    /// <summary>The vessels.</summary>
    public IReadOnlyCollection<TrackedVessel> Vessels => _vessels.Values;

    /// <summary>The other names of vessels that are in other shards, or in this one.</summary>
    public IReadOnlyDictionary<VesselId, VesselId> Aliases => _aliases;

    /// <summary>A vessel; <c>null</c> where it is not known.</summary>
    public TrackedVessel? Find(VesselId id) => _vessels.GetValueOrDefault(id);

    /// <summary>The vessel that a name stands for; <c>null</c> where it stands for itself.</summary>
    public VesselId? Resolve(VesselId name) => _aliases.TryGetValue(name, out var id) ? id : null;

    /// <summary>
    /// Lets a name stand for a vessel. A vessel that was known by that name alone is one no longer; its reports stay in
    /// the log.
    /// </summary>
    public void Alias(VesselId name, VesselId id, DateTimeOffset at = default)
    {
        _aliases[name] = id;
        if (_vessels.Remove(name))
        {
            _gone[name] = at;
        }
    }

    /// <summary>Notes that a vessel is not what it was, so that it is among those that changed.</summary>
    public void Touch(VesselId id, DateTimeOffset at)
    {
        if (Find(id) is { } tracked)
        {
            tracked.ChangedAt = at;
        }
    }

    /// <summary>Lets a name stand for nothing but itself again.</summary>
    public void Unname(VesselId name) => _aliases.Remove(name);

    /// <summary>Makes what was heard of a vessel by another name its own; not known here, it takes nothing.</summary>
    public void Absorb(VesselId id, TrackedVesselState heard) => Find(id)?.Absorb(heard);

    /// <summary>Takes up a vessel as it was kept.</summary>
    public void Restore(TrackedVesselState state) => _vessels[state.Vessel.Id] = new TrackedVessel(state);

    /// <summary>Enters a vessel, or gives it other papers; <c>false</c> where the shard is full.</summary>
    public bool Register(Vessel vessel)
    {
        if (_vessels.TryGetValue(vessel.Id, out var tracked))
        {
            tracked.Register(vessel);
            return true;
        }

        if (_vessels.Count >= MaxVessels)
        {
            return false;
        }

        _vessels.Add(vessel.Id, new TrackedVessel(vessel));
        return true;
    }

    /// <summary>
    /// Judges a report as of an instant, without remembering it. Land is asked for here alone and not when the log is
    /// read: a coast that is drawn anew changes nothing that was accepted.
    /// </summary>
    public PositionVerdict Judge(PositionReport report, DateTimeOffset now)
    {
        var verdict = Find(report.Vessel)?.Judge(report, now) ?? PositionSieve.Judge(report, null, null, now);
        return verdict is PositionVerdict.Accepted or PositionVerdict.Jump && rules.IsLand(report.Position)
            ? PositionVerdict.OnLand
            : verdict;
    }

    /// <summary>Whether there is room for the vessel of a report.</summary>
    public bool HasRoom(VesselId id) => _vessels.Count < MaxVessels || _vessels.ContainsKey(id);

    /// <summary>Counts a report that was not written, by its verdict.</summary>
    public void Count(PositionReport report, PositionVerdict verdict) =>
        Find(report.Vessel)?.Apply(report, verdict, null, rules);

    /// <summary>
    /// Judges and applies a report as of an instant; <c>null</c> where the shard is full. A vessel that nobody knows is
    /// entered without papers.
    /// </summary>
    public PositionVerdict? Apply(PositionReport report, FeedCondition? feed, DateTimeOffset now)
    {
        if (!_vessels.TryGetValue(report.Vessel, out var tracked))
        {
            if (_vessels.Count >= MaxVessels)
            {
                return null;
            }

            tracked = new TrackedVessel(Vessel.Unregistered(report.Vessel));
            _vessels.Add(report.Vessel, tracked);
        }

        var verdict = tracked.Judge(report, now);
        tracked.Apply(report, verdict, feed, rules);
        tracked.ChangedAt = verdict is PositionVerdict.Accepted ? now : tracked.ChangedAt;
        return verdict;
    }

    /// <summary>The vessels in order of their ids, as they stand at an instant.</summary>
    public IEnumerable<VesselStanding> Standings(
        IReadOnlyDictionary<string, FeedCondition> feeds, DateTimeOffset now) =>
        _vessels.Values.OrderBy(tracked => tracked.Vessel.Id)
            .Select(tracked => VesselStanding.Of(tracked, rules, FeedOf(tracked, feeds), now));

    /// <summary>The vessels counted by group. Counts nothing but what stands now, so it cannot drift.</summary>
    public ImmutableArray<FleetCount> Tally(IReadOnlyDictionary<string, FeedCondition> feeds, DateTimeOffset now)
    {
        var counts = new Dictionary<FleetGroup, (int Vessels, int Episodes)>();
        var day = VietnamDay.Of(now);
        foreach (var tracked in _vessels.Values)
        {
            var (group, episodes) = GroupOf(tracked, FeedOf(tracked, feeds), day, now);
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, group, out _);
            count = (count.Vessels + 1, count.Episodes + episodes);
        }

        return [.. counts.Select(pair => new FleetCount(pair.Key, pair.Value.Vessels, pair.Value.Episodes))];
    }

    /// <summary>The vessels that have a position, as they are drawn at an instant, in no order.</summary>
    public IEnumerable<VesselMark> Marks(IReadOnlyDictionary<string, FeedCondition> feeds, DateTimeOffset now)
    {
        var day = VietnamDay.Of(now);
        foreach (var tracked in _vessels.Values)
        {
            if (tracked.Last is { } last)
            {
                yield return new VesselMark(
                    tracked.Vessel.Id, GroupOf(tracked, FeedOf(tracked, feeds), day, now).Group, last);
            }
        }
    }

    /// <summary>
    /// Those of <see cref="Marks"/> that were heard or given papers since an instant, or are counted otherwise than
    /// then: a boat that falls silent changes without a report.
    /// </summary>
    public IEnumerable<VesselMark> ChangedMarks(
        IReadOnlyDictionary<string, FeedCondition> feeds, DateTimeOffset now, DateTimeOffset since)
    {
        var feedsThen = feeds.ToDictionary(pair => pair.Key, pair => pair.Value.AsOf(since), StringComparer.Ordinal);
        var (day, dayThen) = (VietnamDay.Of(now), VietnamDay.Of(since));
        foreach (var tracked in _vessels.Values)
        {
            if (tracked.Last is not { } last)
            {
                continue;
            }

            var group = GroupOf(tracked, FeedOf(tracked, feeds), day, now).Group;
            if (tracked.ChangedAt >= since
                || group != GroupOf(tracked, FeedOf(tracked, feedsThen), dayThen, since).Group)
            {
                yield return new VesselMark(tracked.Vessel.Id, group, last);
            }
        }
    }

    /// <summary>A vessel as it is drawn; <c>null</c> where it is not known or was never heard.</summary>
    public VesselMark? Mark(VesselId id, FeedCondition? feed, DateTimeOffset now) =>
        Find(id) is { Last: { } last } tracked
            ? new VesselMark(tracked.Vessel.Id, GroupOf(tracked, feed, VietnamDay.Of(now), now).Group, last)
            : null;

    /// <summary>The names that were taken for a vessel of their own, and since an instant are not.</summary>
    public IEnumerable<VesselId> GoneSince(DateTimeOffset since) =>
        _gone.Where(pair => pair.Value >= since).Select(pair => pair.Key);

    /// <summary>The condition of the feed that a vessel was last heard by.</summary>
    public static FeedCondition? FeedOf(TrackedVessel tracked, IReadOnlyDictionary<string, FeedCondition> feeds) =>
        (tracked.Last?.Feed ?? tracked.Vessel.Beacon?.Feed) is { } feed ? feeds.GetValueOrDefault(feed) : null;

    // The group of VesselStanding, without making one: a country has 100,000 boats to count.
    private (FleetGroup Group, int Episodes) GroupOf(
        TrackedVessel tracked, FeedCondition? feed, DateOnly day, DateTimeOffset now)
    {
        var contact = ContactClock.Read(tracked.Vessel, tracked.Last, feed, rules, now);
        var (isEligible, isThreeNo) = VesselPapers.FlagsOn(tracked.Vessel, rules, day);
        var group = new FleetGroup(
            tracked.Vessel.HomeUnit,
            tracked.Vessel.SizeClass,
            contact.State,
            isEligible,
            isThreeNo,
            contact.IsLost && tracked.Last is { } last ? LostSlots.Of(last.PhenomenonTime) : null,
            tracked.Zone,
            tracked.Vessel.Gear,
            tracked.Violates);
        return (group, tracked.EpisodeCount + (contact.IsLost ? 1 : 0));
    }
}
