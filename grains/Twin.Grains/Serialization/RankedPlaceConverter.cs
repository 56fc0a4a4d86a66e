using Orleans.Serialization.Cloning;
using Twin.Model.Plans;

namespace Twin.Grains.Serialization;

/// <summary>How a place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RankedPlaceConverter
    : ShallowCopier<RankedPlace>, IConverter<RankedPlace, RankedPlaceConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in RankedPlace value) => new(value.Rank, value.Of, value.IsTied);

    public RankedPlace ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.Rank, surrogate.Of, surrogate.IsTied);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int Rank,
        [property: Id(1)] int Of,
        [property: Id(2)] bool IsTied);
}
