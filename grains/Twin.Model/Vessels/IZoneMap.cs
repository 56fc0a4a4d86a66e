using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// Where zones lie. Immutable; safe for any number of threads; asked for every report, so it is quick.
/// </summary>
public interface IZoneMap
{
    /// <summary>All zones.</summary>
    ImmutableArray<FishingZone> Zones { get; }

    /// <summary>What holds a position, whatever the day.</summary>
    ZonePlace Find(GeoPosition position);
}
