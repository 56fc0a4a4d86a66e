using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the standing of a vessel travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselStandingConverter
    : ShallowCopier<VesselStanding>, IConverter<VesselStanding, VesselStandingConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VesselStanding value) =>
        new(
            value.Vessel,
            value.Papers,
            value.Contact,
            value.Last,
            value.Episodes,
            value.EpisodeCount,
            value.Verdicts,
            value.Belt,
            value.Closed);

    public VesselStanding ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Vessel = surrogate.Vessel,
            Papers = surrogate.Papers,
            Contact = surrogate.Contact,
            Last = surrogate.Last,
            Episodes = surrogate.Episodes,
            EpisodeCount = surrogate.EpisodeCount,
            Verdicts = surrogate.Verdicts,
            Belt = surrogate.Belt,
            Closed = surrogate.Closed,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Vessel Vessel,
        [property: Id(1)] VesselPapers Papers,
        [property: Id(2)] ContactReading Contact,
        [property: Id(3)] PositionReport? Last,
        [property: Id(4)] ImmutableArray<ContactEpisode> Episodes,
        [property: Id(5)] int EpisodeCount,
        [property: Id(6)] ImmutableArray<int> Verdicts,
        [property: Id(7)] ZoneStay? Belt,
        [property: Id(8)] ZoneStay? Closed);
}
