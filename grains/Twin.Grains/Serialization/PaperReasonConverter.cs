using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the reason of a paper travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PaperReasonConverter
    : ShallowCopier<PaperReason>, IConverter<PaperReason, PaperReasonConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PaperReason value) =>
        new(
            value.Paper,
            value.State,
            value.Source);

    public PaperReason ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Paper,
            surrogate.State,
            surrogate.Source);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PaperKind Paper,
        [property: Id(1)] PaperState State,
        [property: Id(2)] string Source);
}
