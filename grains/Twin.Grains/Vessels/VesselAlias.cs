using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Another name of a vessel.</summary>
/// <param name="Name">The name, such as its MMSI.</param>
/// <param name="Vessel">The vessel.</param>
/// <param name="At">Since when it stands for it.</param>
[GenerateSerializer, Immutable, Alias("twin.VesselAlias")]
public readonly record struct VesselAlias(
    [property: Id(0)] VesselId Name, [property: Id(1)] VesselId Vessel, [property: Id(2)] DateTimeOffset At = default);
