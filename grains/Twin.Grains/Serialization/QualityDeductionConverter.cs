using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How deductions travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QualityDeductionConverter
    : ShallowCopier<QualityDeduction>, IConverter<QualityDeduction, QualityDeductionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QualityDeduction value) =>
        new(
            value.Finding,
            value.Points,
            value.Sequence,
            value.Reporter);

    public QualityDeduction ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Finding,
            surrogate.Points,
            surrogate.Sequence,
            surrogate.Reporter);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] QualityFinding Finding,
        [property: Id(1)] double Points,
        [property: Id(2)] long Sequence,
        [property: Id(3)] string Reporter);
}
