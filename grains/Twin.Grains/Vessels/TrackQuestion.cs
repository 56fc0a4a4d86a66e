using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>A question for where a vessel went.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
[GenerateSerializer, Immutable, Alias("twin.TrackQuestion")]
public sealed record TrackQuestion(
    [property: Id(0)] VesselId Vessel, [property: Id(1)] DateTimeOffset From, [property: Id(2)] DateTimeOffset To);
