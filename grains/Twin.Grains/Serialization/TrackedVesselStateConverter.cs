using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How what is kept of a vessel travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class TrackedVesselStateConverter
    : ShallowCopier<TrackedVesselState>, IConverter<TrackedVesselState, TrackedVesselStateConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in TrackedVesselState value) =>
        new(
            value.Vessel,
            value.Last,
            value.Suspect,
            value.EpisodeCount,
            value.Episodes,
            value.Counts,
            value.Belt,
            value.Closed);

    public TrackedVesselState ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Vessel = surrogate.Vessel,
            Last = surrogate.Last,
            Suspect = surrogate.Suspect,
            EpisodeCount = surrogate.EpisodeCount,
            Episodes = surrogate.Episodes,
            Counts = surrogate.Counts,
            Belt = surrogate.Belt,
            Closed = surrogate.Closed,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Vessel Vessel,
        [property: Id(1)] PositionReport? Last,
        [property: Id(2)] PositionReport? Suspect,
        [property: Id(3)] int EpisodeCount,
        [property: Id(4)] ImmutableArray<ContactEpisode> Episodes,
        [property: Id(5)] ImmutableArray<int> Counts,
        [property: Id(6)] ZoneStay? Belt,
        [property: Id(7)] ZoneStay? Closed);
}
