using Orleans.Serialization.Cloning;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a stay where a vessel may not be travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ZoneViolationConverter
    : ShallowCopier<ZoneViolation>, IConverter<ZoneViolation, ZoneViolationConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ZoneViolation value) =>
        new(
            value.Zone,
            value.Kind,
            value.Since,
            value.FoundAt,
            value.Where,
            value.Source);

    public ZoneViolation ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Zone,
            surrogate.Kind,
            surrogate.Since,
            surrogate.FoundAt,
            surrogate.Where,
            surrogate.Source);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Zone,
        [property: Id(1)] ZoneKind Kind,
        [property: Id(2)] DateTimeOffset Since,
        [property: Id(3)] DateTimeOffset FoundAt,
        [property: Id(4)] GeoPosition Where,
        [property: Id(5)] string Source);
}
