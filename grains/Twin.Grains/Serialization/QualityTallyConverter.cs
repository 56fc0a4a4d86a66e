using Orleans.Serialization.Cloning;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How tallies of scores travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QualityTallyConverter
    : ShallowCopier<QualityTally>, IConverter<QualityTally, QualityTallyConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QualityTally value) =>
        new(
            value.Sum,
            value.Count,
            value.Worst,
            value.WorstUnit);

    public QualityTally ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Sum,
            surrogate.Count,
            surrogate.Worst,
            surrogate.WorstUnit);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double Sum,
        [property: Id(1)] int Count,
        [property: Id(2)] double Worst,
        [property: Id(3)] AdministrativeUnitCode WorstUnit);
}
