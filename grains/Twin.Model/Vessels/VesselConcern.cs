using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Model.Vessels;

/// <summary>An episode of a vessel for which a case is to be opened, as long as it lasts.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="HomeUnit">The unit that it belongs to; <c>null</c> where not known.</param>
/// <param name="Kind">Why somebody has to look after it.</param>
/// <param name="Episode">Names the episode among all of the vessel: the same at every look, and forever.</param>
/// <param name="Since">Since when: its last report, or the first from where it may not be.</param>
/// <param name="Where">Where it was then.</param>
/// <param name="Zone">The code of the zone; <c>null</c> for silence.</param>
/// <param name="MayOpen">Whether a case may be opened now: not while the feed is down.</param>
public sealed record VesselConcern(
    VesselId Vessel,
    AdministrativeUnitCode? HomeUnit,
    VesselConcernKind Kind,
    string Episode,
    DateTimeOffset Since,
    GeoPosition Where,
    string? Zone,
    bool MayOpen)
{
    /// <summary>What stands of a vessel at an instant.</summary>
    public static IEnumerable<VesselConcern> Of(
        TrackedVessel tracked, FleetRules rules, FeedCondition? feed, DateTimeOffset now)
    {
        if (tracked.Last is not { } last)
        {
            yield break;
        }

        var vessel = tracked.Vessel;
        var isHeard = feed?.IsDown(now) != true;
        var contact = ContactClock.Read(vessel, last, feed, rules, now);
        if (contact.IsLost)
        {
            yield return new VesselConcern(
                vessel.Id,
                vessel.HomeUnit,
                contact.State is ContactState.LongLost ? VesselConcernKind.LongLost : VesselConcernKind.Lost,
                string.Create(CultureInfo.InvariantCulture, $"silent:{last.PhenomenonTime.ToUnixTimeSeconds()}"),
                last.PhenomenonTime,
                last.Position,
                null,
                isHeard);
        }

        ImmutableArray<ZoneViolation?> violations = [tracked.Belt?.Violation, tracked.Closed?.Violation];
        foreach (var violation in violations.OfType<ZoneViolation>())
        {
            yield return new VesselConcern(
                vessel.Id,
                vessel.HomeUnit,
                KindOf(violation.Kind),
                string.Create(
                    CultureInfo.InvariantCulture, $"zone:{violation.Zone}:{violation.Since.ToUnixTimeSeconds()}"),
                violation.Since,
                violation.Where,
                violation.Zone,
                isHeard);
        }
    }

    private static VesselConcernKind KindOf(ZoneKind zone) => zone switch
    {
        ZoneKind.Closed => VesselConcernKind.ClosedArea,
        ZoneKind.Foreign => VesselConcernKind.ForeignWaters,
        _ => VesselConcernKind.WrongZone,
    };
}
