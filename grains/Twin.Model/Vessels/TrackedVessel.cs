namespace Twin.Model.Vessels;

/// <summary>
/// A vessel with what its reports said: the last that was accepted, the last jump, episodes, and how many were kept
/// apart. Its size does not grow with its track. Not safe for two threads.
/// </summary>
public sealed class TrackedVessel
{
    /// <summary>The most episodes kept in memory; the oldest gives way, and stays counted.</summary>
    public const int MaxEpisodes = 8;

    private static readonly int Verdicts = Enum.GetValues<PositionVerdict>().Length;

    private readonly int[] _counts;
    private List<ContactEpisode>? _episodes;

    /// <summary>A vessel that was not heard yet.</summary>
    public TrackedVessel(Vessel vessel)
    {
        Vessel = vessel;
        _counts = new int[Verdicts];
    }

    /// <summary>A vessel as it was kept.</summary>
    public TrackedVessel(TrackedVesselState state)
    {
        Vessel = state.Vessel;
        Last = state.Last;
        Suspect = state.Suspect;
        EpisodeCount = state.EpisodeCount;
        _episodes = state.Episodes.IsDefaultOrEmpty ? null : [.. state.Episodes];
        Belt = state.Belt;
        Closed = state.Closed;
        _counts = new int[Verdicts];
        state.Counts.AsSpan()[..Math.Min(Verdicts, state.Counts.Length)].CopyTo(_counts);
    }

    /// <summary>Its papers.</summary>
    public Vessel Vessel { get; private set; }

    /// <summary>Its last accepted report.</summary>
    public PositionReport? Last { get; private set; }

    /// <summary>Its last jump since then.</summary>
    public PositionReport? Suspect { get; private set; }

    /// <summary>Its stay by distance from the coast, or in a port; <c>null</c> before its first report.</summary>
    public ZoneStay? Belt { get; private set; }

    /// <summary>Its stay in a closed area; <c>null</c> where it is in none.</summary>
    public ZoneStay? Closed { get; private set; }

    /// <summary>Where it was heard last; a closed area says more than the zone around it.</summary>
    public ZoneKind? Zone => Closed is { Zone: not null } ? ZoneKind.Closed : Belt?.Kind;

    /// <summary>Whether it stays where its rule forbids it to.</summary>
    public bool Violates => Belt?.Violation is not null || Closed?.Violation is not null;

    /// <summary>How many episodes have ended since it was first heard.</summary>
    public int EpisodeCount { get; private set; }

    /// <summary>When its last report was taken in or its papers were given; not kept.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The episodes that have ended, oldest first.</summary>
    public IReadOnlyList<ContactEpisode> Episodes => _episodes ?? [];

    /// <summary>How many reports had a verdict.</summary>
    public int Count(PositionVerdict verdict) => _counts[(int)verdict];

    /// <summary>Its papers are these from now on.</summary>
    public void Register(Vessel vessel) => Vessel = vessel;

    /// <summary>
    /// Judges a report without remembering it, as of an instant.
    /// </summary>
    public PositionVerdict Judge(PositionReport report, DateTimeOffset now) =>
        PositionSieve.Judge(report, Last, Suspect, now);

    /// <summary>Remembers a report by its verdict, and the episode that it ends.</summary>
    public void Apply(PositionReport report, PositionVerdict verdict, FeedCondition? feed, FleetRules rules)
    {
        _counts[(int)verdict]++;
        switch (verdict)
        {
            case PositionVerdict.Accepted:
                if (Last is { } before && ContactClock.Ended(Vessel, before, report, feed, rules) is { } episode)
                {
                    Add(episode);
                }

                Last = report;
                Suspect = null;
                var place = rules.Zones.Current.Find(report.Position);
                Belt = ZoneWatch.Belt(Belt, Vessel, report, rules, place);
                Closed = ZoneWatch.Closed(Closed, Vessel, report, rules, place);
                break;
            case PositionVerdict.Jump:
                Suspect = report;
                break;
        }
    }

    /// <summary>
    /// What was heard of it by another name is its own: the later last report, the episodes and counts of both. To be
    /// taken once.
    /// </summary>
    public void Absorb(TrackedVesselState heard)
    {
        if (heard.Last is not null && (Last is null || heard.Last.PhenomenonTime > Last.PhenomenonTime))
        {
            (Last, Suspect) = (heard.Last with { Vessel = Vessel.Id }, heard.Suspect);
        }

        var episodes = Episodes.Concat(heard.Episodes).DistinctBy(episode => episode.LastHeard)
            .OrderBy(episode => episode.LastHeard).TakeLast(MaxEpisodes).ToList();
        _episodes = episodes.Count > 0 ? episodes : null;
        EpisodeCount += heard.EpisodeCount;
        for (var i = 0; i < Math.Min(Verdicts, heard.Counts.Length); i++)
        {
            _counts[i] += heard.Counts[i];
        }
    }

    /// <summary>What is kept of it.</summary>
    public TrackedVesselState ToState() => new()
    {
        Vessel = Vessel,
        Last = Last,
        Suspect = Suspect,
        EpisodeCount = EpisodeCount,
        Episodes = [.. Episodes],
        Counts = [.. _counts],
        Belt = Belt,
        Closed = Closed,
    };

    private void Add(ContactEpisode episode)
    {
        _episodes ??= [];
        if (_episodes.Count == MaxEpisodes)
        {
            _episodes.RemoveAt(0);
        }

        _episodes.Add(episode);
        EpisodeCount++;
    }
}
