using Orleans.Serialization.Cloning;
using Twin.Model;

namespace Twin.Grains.Serialization;

/// <summary>How a refusal travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RefusalConverter : ShallowCopier<Refusal>, IConverter<Refusal, RefusalConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Refusal value) =>
        new(
            value.Code,
            value.Detail,
            value.Hint);

    public Refusal ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Code,
            surrogate.Detail,
            surrogate.Hint);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Code,
        [property: Id(1)] string Detail,
        [property: Id(2)] string Hint);
}
