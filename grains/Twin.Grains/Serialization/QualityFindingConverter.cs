using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How what a quality rule found travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QualityFindingConverter
    : ShallowCopier<QualityFinding>, IConverter<QualityFinding, QualityFindingConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QualityFinding value) =>
        new(
            value.Rule,
            value.Kind,
            value.Value,
            value.Reference,
            value.Measure);

    public QualityFinding ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Rule,
            surrogate.Kind,
            surrogate.Value,
            surrogate.Reference,
            surrogate.Measure);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Rule,
        [property: Id(1)] QualityRuleKind Kind,
        [property: Id(2)] double Value,
        [property: Id(3)] double Reference,
        [property: Id(4)] double Measure);
}
