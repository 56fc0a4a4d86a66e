using Orleans.Serialization.Cloning;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a group of vessels travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class FleetGroupConverter
    : ShallowCopier<FleetGroup>, IConverter<FleetGroup, FleetGroupConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in FleetGroup value) =>
        new(
            value.HomeUnit,
            value.SizeClass,
            value.Contact,
            value.IsEligible,
            value.IsThreeNo,
            value.LostSlot,
            value.Zone,
            value.Gear,
            value.Violates);

    public FleetGroup ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.HomeUnit,
            surrogate.SizeClass,
            surrogate.Contact,
            surrogate.IsEligible,
            surrogate.IsThreeNo,
            surrogate.LostSlot,
            surrogate.Zone,
            surrogate.Gear,
            surrogate.Violates);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AdministrativeUnitCode? HomeUnit,
        [property: Id(1)] SizeClass? SizeClass,
        [property: Id(2)] ContactState Contact,
        [property: Id(3)] bool IsEligible,
        [property: Id(4)] bool IsThreeNo,
        [property: Id(5)] LostSlot? LostSlot,
        [property: Id(6)] ZoneKind? Zone,
        [property: Id(7)] string? Gear,
        [property: Id(8)] bool Violates);
}
