using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>A sea without zones, and without land.</summary>
public sealed class NoZones : IZoneSource, IZoneMap
{
    private NoZones()
    {
    }

    /// <summary>The one there is.</summary>
    public static NoZones Instance { get; } = new();

    /// <inheritdoc/>
    public IZoneMap Current => this;

    /// <inheritdoc/>
    public ImmutableArray<FishingZone> Zones => [];

    /// <inheritdoc/>
    public ZonePlace Find(GeoPosition position) => default;
}
