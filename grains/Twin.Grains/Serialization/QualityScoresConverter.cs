using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How the scores of a value travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QualityScoresConverter
    : ShallowCopier<QualityScores>, IConverter<QualityScores, QualityScoresConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QualityScores value) =>
        new(
            value.Correct,
            value.Complete,
            value.Clean,
            value.Live);

    public QualityScores ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Correct,
            surrogate.Complete,
            surrogate.Clean,
            surrogate.Live);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double? Correct,
        [property: Id(1)] double? Complete,
        [property: Id(2)] double? Clean,
        [property: Id(3)] double? Live);
}
