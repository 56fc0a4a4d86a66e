using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How numbers that units share travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class SharedNumbersConverter
    : ShallowCopier<SharedNumbers>, IConverter<SharedNumbers, SharedNumbersConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in SharedNumbers value) =>
        new(
            value.Numerator,
            value.Denominator,
            value.Count);

    public SharedNumbers ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Numerator,
            surrogate.Denominator,
            surrogate.Count);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double Numerator,
        [property: Id(1)] double Denominator,
        [property: Id(2)] int Count);
}
