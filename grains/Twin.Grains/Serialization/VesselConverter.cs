using Orleans.Serialization.Cloning;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the papers of a vessel travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselConverter
    : ShallowCopier<Vessel>, IConverter<Vessel, VesselConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Vessel value) =>
        new(
            value.Id,
            value.RegistrationNumber,
            value.Mmsi,
            value.ImoNumber,
            value.CallSign,
            value.Name,
            value.LengthMeters,
            value.HomeUnit,
            value.OwnerReference,
            value.Gear,
            value.Registration,
            value.Inspection,
            value.Licence,
            value.Beacon,
            value.IsDemo);

    public Vessel ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            RegistrationNumber = surrogate.RegistrationNumber,
            Mmsi = surrogate.Mmsi,
            ImoNumber = surrogate.ImoNumber,
            CallSign = surrogate.CallSign,
            Name = surrogate.Name,
            LengthMeters = surrogate.LengthMeters,
            HomeUnit = surrogate.HomeUnit,
            OwnerReference = surrogate.OwnerReference,
            Gear = surrogate.Gear,
            Registration = surrogate.Registration,
            Inspection = surrogate.Inspection,
            Licence = surrogate.Licence,
            Beacon = surrogate.Beacon,
            IsDemo = surrogate.IsDemo,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] VesselId Id,
        [property: Id(1)] string? RegistrationNumber,
        [property: Id(2)] Mmsi? Mmsi,
        [property: Id(3)] int? ImoNumber,
        [property: Id(4)] string? CallSign,
        [property: Id(5)] string? Name,
        [property: Id(6)] double? LengthMeters,
        [property: Id(7)] AdministrativeUnitCode? HomeUnit,
        [property: Id(8)] string? OwnerReference,
        [property: Id(9)] string? Gear,
        [property: Id(10)] Validity? Registration,
        [property: Id(11)] Validity? Inspection,
        [property: Id(12)] Validity? Licence,
        [property: Id(13)] Beacon? Beacon,
        [property: Id(14)] bool IsDemo);
}
