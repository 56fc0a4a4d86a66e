using System.Collections.Immutable;
using Twin.Model.Calendars;

namespace Twin.Model.Vessels;

/// <summary>A vessel as it stands at an instant: papers, place, contact.</summary>
public sealed record VesselStanding
{
    /// <summary>Its papers.</summary>
    public required Vessel Vessel { get; init; }

    /// <summary>How it stands with them on the day.</summary>
    public required VesselPapers Papers { get; init; }

    /// <summary>What its clocks show.</summary>
    public required ContactReading Contact { get; init; }

    /// <summary>Its last accepted report.</summary>
    public required PositionReport? Last { get; init; }

    /// <summary>The last episodes, oldest first; the last one may last.</summary>
    public required ImmutableArray<ContactEpisode> Episodes { get; init; }

    /// <summary>How many episodes there were since it was first heard, with one that lasts.</summary>
    public required int EpisodeCount { get; init; }

    /// <summary>How many reports had each verdict, by the number of the verdict.</summary>
    public required ImmutableArray<int> Verdicts { get; init; }

    /// <summary>Its stay by distance from the coast, or in a port; <c>null</c> before its first report.</summary>
    public ZoneStay? Belt { get; init; }

    /// <summary>Its stay in a closed area; <c>null</c> where it is in none.</summary>
    public ZoneStay? Closed { get; init; }

    /// <summary>Where it was heard last; a closed area says more than the zone around it.</summary>
    public ZoneKind? Zone => Closed is { Zone: not null } ? ZoneKind.Closed : Belt?.Kind;

    /// <summary>Where it stays although its rule forbids it to.</summary>
    public ImmutableArray<ZoneViolation> Violations =>
        [.. new[] { Belt?.Violation, Closed?.Violation }.OfType<ZoneViolation>()];

    /// <summary>The group that it is counted in.</summary>
    public FleetGroup Group => new(
        Vessel.HomeUnit,
        Vessel.SizeClass,
        Contact.State,
        Papers.IsEligible,
        Papers.IsThreeNo,
        Contact.IsLost && Last is { } last ? LostSlots.Of(last.PhenomenonTime) : null,
        Zone,
        Vessel.Gear,
        !Violations.IsEmpty);

    /// <summary>A vessel at an instant.</summary>
    public static VesselStanding Of(TrackedVessel tracked, FleetRules rules, FeedCondition? feed, DateTimeOffset now)
    {
        var contact = ContactClock.Read(tracked.Vessel, tracked.Last, feed, rules, now);
        var lasting = ContactClock.Lasting(contact, tracked.Last);
        return new VesselStanding
        {
            Vessel = tracked.Vessel,
            Papers = VesselPapers.On(tracked.Vessel, rules, VietnamDay.Of(now)),
            Contact = contact,
            Last = tracked.Last,
            Episodes = lasting is null ? [.. tracked.Episodes] : [.. tracked.Episodes, lasting],
            EpisodeCount = tracked.EpisodeCount + (lasting is null ? 0 : 1),
            Verdicts = [.. Enum.GetValues<PositionVerdict>().Select(tracked.Count)],
            Belt = tracked.Belt,
            Closed = tracked.Closed,
        };
    }
}
