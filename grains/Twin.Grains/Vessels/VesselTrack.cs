using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Where one of several vessels went.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="Track">Its track, whole, also where it left the area.</param>
[GenerateSerializer, Immutable, Alias("twin.VesselTrack")]
public sealed record VesselTrack([property: Id(0)] VesselId Vessel, [property: Id(1)] TrackAnswer Track);
