using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How all bands of a unit travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PeerBandsConverter
    : ShallowCopier<PeerBands>, IConverter<PeerBands, PeerBandsConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PeerBands value) =>
        new(
            value.Version,
            value.Items);

    public PeerBands ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Version,
            surrogate.Items);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] long Version,
        [property: Id(1)] ImmutableArray<PeerBand> Items);
}
