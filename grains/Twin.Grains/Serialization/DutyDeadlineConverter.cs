using Orleans.Serialization.Cloning;
using Twin.Model.Duties;

namespace Twin.Grains.Serialization;

/// <summary>How a deadline travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyDeadlineConverter
    : ShallowCopier<DutyDeadline>, IConverter<DutyDeadline, DutyDeadlineConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyDeadline value) =>
        new(
            value.DueDay,
            value.OnTimeBefore);

    public DutyDeadline ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.DueDay,
            surrogate.OnTimeBefore);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateOnly DueDay,
        [property: Id(1)] DateTimeOffset OnTimeBefore);
}
