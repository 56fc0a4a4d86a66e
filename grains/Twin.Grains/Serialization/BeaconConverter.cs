using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a beacon travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class BeaconConverter
    : ShallowCopier<Beacon>, IConverter<Beacon, BeaconConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Beacon value) =>
        new(
            value.Feed,
            value.OnBoard);

    public Beacon ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Feed,
            surrogate.OnBoard);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Feed,
        [property: Id(1)] Validity OnBoard);
}
