using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the days of a paper travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ValidityConverter
    : ShallowCopier<Validity>, IConverter<Validity, ValidityConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Validity value) =>
        new(
            value.From,
            value.Until);

    public Validity ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.From,
            surrogate.Until);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateOnly From,
        [property: Id(1)] DateOnly? Until);
}
