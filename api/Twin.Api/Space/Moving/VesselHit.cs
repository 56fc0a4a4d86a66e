namespace Twin.Api.Space.Moving;

/// <summary>A vessel that was found.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="DistanceMeters">How far it is from the center, or from the line; <c>null</c> without either.</param>
/// <param name="AlongMeters">How far along the line; <c>null</c> without one.</param>
internal readonly record struct VesselHit(VesselView Vessel, double? DistanceMeters, double? AlongMeters);
