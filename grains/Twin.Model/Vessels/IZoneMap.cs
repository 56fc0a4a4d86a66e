using System.Collections.Immutable;
using Twin.Model.Places;
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

    /// <summary>The shape of a zone as it was drawn; <c>null</c> where there is none.</summary>
    PlaceGeometry? ShapeOf(FishingZone zone) => null;
}
