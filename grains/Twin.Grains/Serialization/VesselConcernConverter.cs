using Orleans.Serialization.Cloning;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How an episode of a vessel travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselConcernConverter
    : ShallowCopier<VesselConcern>, IConverter<VesselConcern, VesselConcernConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VesselConcern value) =>
        new(
            value.Vessel,
            value.HomeUnit,
            value.Kind,
            value.Episode,
            value.Since,
            value.Where,
            value.Zone,
            value.MayOpen);

    public VesselConcern ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Vessel,
            surrogate.HomeUnit,
            surrogate.Kind,
            surrogate.Episode,
            surrogate.Since,
            surrogate.Where,
            surrogate.Zone,
            surrogate.MayOpen);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] VesselId Vessel,
        [property: Id(1)] AdministrativeUnitCode? HomeUnit,
        [property: Id(2)] VesselConcernKind Kind,
        [property: Id(3)] string Episode,
        [property: Id(4)] DateTimeOffset Since,
        [property: Id(5)] GeoPosition Where,
        [property: Id(6)] string? Zone,
        [property: Id(7)] bool MayOpen);
}
