using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Indicators;
using Twin.Model.Quality;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How what units beside report travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PeerBandConverter
    : ShallowCopier<PeerBand>, IConverter<PeerBand, PeerBandConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PeerBand value) =>
        new(
            value.Indicator,
            value.Period,
            value.Median,
            value.Spread,
            value.Count,
            value.Shared);

    public PeerBand ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Median,
            surrogate.Spread,
            surrogate.Count,
            surrogate.Shared);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] TimePeriod Period,
        [property: Id(2)] double Median,
        [property: Id(3)] double Spread,
        [property: Id(4)] int Count,
        [property: Id(5)] ImmutableArray<SharedNumbers> Shared);
}
