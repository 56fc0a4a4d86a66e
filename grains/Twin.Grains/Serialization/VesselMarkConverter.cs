using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a vessel on a map travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselMarkConverter
    : ShallowCopier<VesselMark>, IConverter<VesselMark, VesselMarkConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VesselMark value) =>
        new(
            value.Id,
            value.Group,
            value.Last);

    public VesselMark ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Id,
            surrogate.Group,
            surrogate.Last);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] VesselId Id,
        [property: Id(1)] FleetGroup Group,
        [property: Id(2)] PositionReport Last);
}
