using Orleans.Serialization.Cloning;
using Twin.Model.Duties;

namespace Twin.Grains.Serialization;

/// <summary>How reports counted together travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyGroupConverter : ShallowCopier<DutyGroup>, IConverter<DutyGroup, DutyGroupConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyGroup value) =>
        new(
            value.Key,
            value.Tally);

    public DutyGroup ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Key,
            surrogate.Tally);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Key,
        [property: Id(1)] DutyTally Tally);
}
