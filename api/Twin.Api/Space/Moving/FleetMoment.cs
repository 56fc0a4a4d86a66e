using Twin.Model.Calendars;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>An instant, with what is needed to say how vessels stand at it. Immutable.</summary>
/// <param name="rules">The rules.</param>
/// <param name="question">The instant, and when feeds were down.</param>
internal sealed class FleetMoment(FleetRules rules, Grains.Vessels.FleetQuestion question)
{
    private readonly Dictionary<string, FeedCondition> _feeds =
        question.Feeds.ToDictionary(feed => feed.Feed, StringComparer.Ordinal);

    /// <summary>The instant.</summary>
    public DateTimeOffset At => question.At;

    /// <summary>What the clocks of a vessel show.</summary>
    public ContactReading ContactOf(PlacedVessel placed) => ContactClock.Read(
        placed.Vessel, placed.Last, _feeds.GetValueOrDefault(placed.Last.Feed), rules, question.At);

    /// <summary>How it stands with the papers of a vessel.</summary>
    public (bool IsEligible, bool IsThreeNo) PapersOf(PlacedVessel placed) =>
        VesselPapers.FlagsOn(placed.Vessel, rules, VietnamDay.Of(question.At));
}
