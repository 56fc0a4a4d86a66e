using Twin.Model.Calendars;

namespace Twin.Model.Vessels;

/// <summary>
/// Follows a vessel from zone to zone. It has left a zone when its reports have been from elsewhere for a while, not
/// with the first: at a border positions wander. Pure.
/// </summary>
public static class ZoneWatch
{
    /// <summary>For how long reports must be from elsewhere.</summary>
    public static readonly TimeSpan ConfirmAfter = TimeSpan.FromMinutes(5);

    /// <summary>The stay by distance from the coast, or in a port, after a report.</summary>
    public static ZoneStay Belt(
        ZoneStay? before, Vessel vessel, PositionReport report, FleetRules rules, ZonePlace place)
    {
        // A new stay has no violation, so one ends in port too.
        if (rules.PortAt(report.Position) is { } port)
        {
            return Move(before, port.Code, ZoneKind.Port, report.PhenomenonTime);
        }

        return After(before, place.Belt, vessel, report, rules);
    }

    /// <summary>
    /// The stay in a closed area after a report; <c>null</c> for a vessel that is in none and leaves none.
    /// </summary>
    public static ZoneStay? Closed(
        ZoneStay? before, Vessel vessel, PositionReport report, FleetRules rules, ZonePlace place)
    {
        if (before is null && place.Closed is null)
        {
            return null;
        }

        // In a port within it nobody fishes.
        var area = rules.PortAt(report.Position) is null ? place.Closed : null;
        var stay = After(before, area, vessel, report, rules);
        return stay is { Zone: null, AwaySince: null } ? null : stay;
    }

    private static ZoneStay After(
        ZoneStay? before, FishingZone? zone, Vessel vessel, PositionReport report, FleetRules rules)
    {
        var day = VietnamDay.Of(report.PhenomenonTime);
        var here = zone?.Holds(day) == true ? zone : null;
        var stay = Move(before, here?.Code, here?.Kind ?? ZoneKind.Outside, report.PhenomenonTime);
        // From a report elsewhere nothing is learned of the zone that the vessel may be about to leave.
        return stay.AwaySince is null ? Judge(stay, here, vessel, report, rules, day) : stay;
    }

    private static ZoneStay Move(ZoneStay? before, string? zone, ZoneKind kind, DateTimeOffset at)
    {
        if (before is null)
        {
            return new ZoneStay { Zone = zone, Kind = kind, Since = at };
        }

        if (Equal(before.Zone, zone))
        {
            return before.AwaySince is null
                ? before
                : before with { AwaySince = null, Next = null, NextSince = null };
        }

        var awaySince = before.AwaySince ?? at;
        var nextSince = before.NextSince is { } since && Equal(before.Next, zone) ? since : at;
        return at - awaySince < ConfirmAfter
            ? before with { AwaySince = awaySince, Next = zone, NextSince = nextSince }
            : new ZoneStay { Zone = zone, Kind = kind, Since = nextSince, Left = before.Zone };
    }

    private static ZoneStay Judge(
        ZoneStay stay, FishingZone? zone, Vessel vessel, PositionReport report, FleetRules rules, DateOnly day)
    {
        if (zone is null || rules.ZoneRule(day, vessel, zone.Kind) is not { } rule
            || !rules.Forbids(rule, zone, vessel, day))
        {
            return stay is { StayingSince: null, Violation: null }
                ? stay
                : stay with { StayingSince = null, Violation = null };
        }

        if (stay.Violation is not null || report.SpeedOverGroundKnots >= rule.PassingKnots)
        {
            return stay;
        }

        var since = stay.StayingSince ?? report.PhenomenonTime;
        return report.PhenomenonTime - since >= rule.Dwell
            ? stay with
            {
                StayingSince = since,
                Violation = new ZoneViolation(
                    zone.Code, zone.Kind, since, report.PhenomenonTime, report.Position, rule.Source),
            }
            : stay with { StayingSince = since };
    }

    private static bool Equal(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
