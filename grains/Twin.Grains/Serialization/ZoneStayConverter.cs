using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a stay in a zone travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ZoneStayConverter : ShallowCopier<ZoneStay>, IConverter<ZoneStay, ZoneStayConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ZoneStay value) =>
        new(
            value.Zone,
            value.Kind,
            value.Since,
            value.Left,
            value.AwaySince,
            value.Next,
            value.NextSince,
            value.StayingSince,
            value.Violation);

    public ZoneStay ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Zone = surrogate.Zone,
            Kind = surrogate.Kind,
            Since = surrogate.Since,
            Left = surrogate.Left,
            AwaySince = surrogate.AwaySince,
            Next = surrogate.Next,
            NextSince = surrogate.NextSince,
            StayingSince = surrogate.StayingSince,
            Violation = surrogate.Violation,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string? Zone,
        [property: Id(1)] ZoneKind Kind,
        [property: Id(2)] DateTimeOffset Since,
        [property: Id(3)] string? Left,
        [property: Id(4)] DateTimeOffset? AwaySince,
        [property: Id(5)] string? Next,
        [property: Id(6)] DateTimeOffset? NextSince,
        [property: Id(7)] DateTimeOffset? StayingSince,
        [property: Id(8)] ZoneViolation? Violation);
}
