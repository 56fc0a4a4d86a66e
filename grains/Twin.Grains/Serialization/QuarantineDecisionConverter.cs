using Orleans.Serialization.Cloning;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How a decision about a held observation travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QuarantineDecisionConverter
    : ShallowCopier<QuarantineDecision>, IConverter<QuarantineDecision, QuarantineDecisionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QuarantineDecision value) =>
        new(
            value.Kind,
            value.Sequence,
            value.Comment);

    public QuarantineDecision ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Kind,
            surrogate.Sequence,
            surrogate.Comment);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] QuarantineDecisionKind Kind,
        [property: Id(1)] long Sequence,
        [property: Id(2)] string Comment);
}
