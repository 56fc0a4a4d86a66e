using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How a call travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CaseContactConverter
    : ShallowCopier<CaseContact>, IConverter<CaseContact, CaseContactConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CaseContact value) =>
        new(
            value.Channel,
            value.Who,
            value.IsReached);

    public CaseContact ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Channel,
            surrogate.Who,
            surrogate.IsReached);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] CaseChannel Channel,
        [property: Id(1)] string Who,
        [property: Id(2)] bool IsReached);
}
