using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// What the dataset says of the fleet. They were gathered from news and legal portals and make no claim to be the law.
/// </summary>
public sealed record FleetRules
{
    /// <summary>No rules: no clock runs and no paper is asked for.</summary>
    public static FleetRules None { get; } = new();

    /// <summary>How long vessels may be silent.</summary>
    public ImmutableArray<ContactRule> Contact { get; init; } = [];

    /// <summary>Which papers vessels must have.</summary>
    public ImmutableArray<PaperRule> Papers { get; init; } = [];

    /// <summary>Where silence is no loss.</summary>
    public ImmutableArray<Port> Ports { get; init; } = [];

    /// <summary>Who may fish where.</summary>
    public ImmutableArray<ZoneRule> ZoneRules { get; init; } = [];

    /// <summary>Which provinces have agreed on their coastal waters.</summary>
    public ImmutableArray<ProvinceAgreement> Agreements { get; init; } = [];

    /// <summary>The province of the vessels that have a home unit; <c>null</c> where that matters to nobody.</summary>
    public string? HomeProvince { get; init; }

    /// <summary>Which indicators the fleet itself reports.</summary>
    public ImmutableArray<FleetIndicator> Indicators { get; init; } = [];

    /// <summary>Where zones and land lie.</summary>
    public IZoneSource Zones { get; init; } = NoZones.Instance;

    /// <summary>The rule for a vessel on the day of an instant; <c>null</c> where none is for it.</summary>
    public ContactRule? ContactRule(DateTimeOffset at, SizeClass? sizeClass, ContactZone zone)
    {
        var day = VietnamDay.Of(at);
        ContactRule? best = null;
        foreach (var rule in Contact)
        {
            if (rule.Covers(day, sizeClass, zone)
                && (best is null || (rule.Weight, rule.From).CompareTo((best.Weight, best.From)) > 0))
            {
                best = rule;
            }
        }

        return best;
    }

    /// <summary>Where a position is, as far as contact is concerned.</summary>
    public ContactZone Zone(GeoPosition position) =>
        PortAt(position) is null ? ContactZone.AtSea : ContactZone.InPort;

    /// <summary>The port that holds a position, or <c>null</c>.</summary>
    public Port? PortAt(GeoPosition position)
    {
        foreach (var port in Ports)
        {
            if (port.Holds(position))
            {
                return port;
            }
        }

        return null;
    }

    /// <summary>The rule for a vessel in a kind of zone on a day; <c>null</c> where none is for it.</summary>
    public ZoneRule? ZoneRule(DateOnly day, Vessel vessel, ZoneKind zone)
    {
        var sizeClass = vessel.SizeClass;
        ZoneRule? best = null;
        foreach (var rule in ZoneRules)
        {
            if (rule.Covers(day, sizeClass, vessel.Gear, zone)
                && (best is null || (rule.Weight, rule.From).CompareTo((best.Weight, best.From)) > 0))
            {
                best = rule;
            }
        }

        return best;
    }

    /// <summary>Whether a rule keeps a vessel out of a zone on a day.</summary>
    public bool Forbids(ZoneRule rule, FishingZone zone, Vessel vessel, DateOnly day) => rule.Access switch
    {
        ZoneAccess.Allowed => false,
        ZoneAccess.Forbidden => true,
        _ => zone.Province is { } there && HomeProvince is { } home && vessel.HomeUnit is not null
            && !string.Equals(there, home, StringComparison.Ordinal)
            && !Agreements.Any(agreement => agreement.Joins(there, home, day)),
    };

    /// <summary>Whether no vessel can be at a position, because it is far inland and in no port.</summary>
    public bool IsLand(GeoPosition position) => Zones.Current.Find(position).IsLand && PortAt(position) is null;
}
