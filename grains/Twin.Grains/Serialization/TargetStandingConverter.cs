using Orleans.Serialization.Cloning;
using Twin.Model.Plans;

namespace Twin.Grains.Serialization;

/// <summary>How a standing travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class TargetStandingConverter
    : ShallowCopier<TargetStanding>, IConverter<TargetStanding, TargetStandingConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in TargetStanding value) => new(value.TargetId, value.Status, value.Gap);

    public TargetStanding ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.TargetId, surrogate.Status, surrogate.Gap);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string TargetId,
        [property: Id(1)] TargetStatus Status,
        [property: Id(2)] double? Gap);
}
