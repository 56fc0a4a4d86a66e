using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>A vessel's id travels as its text.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselIdConverter
    : ShallowCopier<VesselId>, IConverter<VesselId, VesselIdConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VesselId value) => new(value.Value);

    public VesselId ConvertFromSurrogate(in Surrogate surrogate) =>
        VesselId.TryParse(surrogate.Value, out var id) ? id : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Value);
}
