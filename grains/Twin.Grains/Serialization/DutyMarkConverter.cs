using Orleans.Serialization.Cloning;
using Twin.Model.Duties;

namespace Twin.Grains.Serialization;

/// <summary>How a decision about a report travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyMarkConverter : ShallowCopier<DutyMark>, IConverter<DutyMark, DutyMarkConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyMark value) =>
        new(
            value.Kind,
            value.At,
            value.By,
            value.Reason);

    public DutyMark ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Kind,
            surrogate.At,
            surrogate.By,
            surrogate.Reason);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DutyMarkKind Kind,
        [property: Id(1)] DateTimeOffset At,
        [property: Id(2)] string By,
        [property: Id(3)] string Reason);
}
