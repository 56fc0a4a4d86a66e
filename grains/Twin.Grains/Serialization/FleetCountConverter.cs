using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a count of vessels travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class FleetCountConverter
    : ShallowCopier<FleetCount>, IConverter<FleetCount, FleetCountConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in FleetCount value) =>
        new(
            value.Group,
            value.Vessels,
            value.Episodes);

    public FleetCount ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Group,
            surrogate.Vessels,
            surrogate.Episodes);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] FleetGroup Group,
        [property: Id(1)] int Vessels,
        [property: Id(2)] int Episodes);
}
