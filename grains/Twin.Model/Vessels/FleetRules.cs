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
    public ContactZone Zone(GeoPosition position)
    {
        foreach (var port in Ports)
        {
            if (port.Holds(position))
            {
                return ContactZone.InPort;
            }
        }

        return ContactZone.AtSea;
    }
}
