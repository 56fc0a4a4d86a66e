using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How the memory of a condition travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AlertTrackConverter
    : ShallowCopier<AlertTrack>, IConverter<AlertTrack, AlertTrackConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in AlertTrack value) =>
        new(
            value.RuleId,
            value.Subject,
            value.IsActive,
            value.ChangingSince);

    public AlertTrack ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.RuleId,
            surrogate.Subject,
            surrogate.IsActive,
            surrogate.ChangingSince);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string RuleId,
        [property: Id(1)] string Subject,
        [property: Id(2)] bool IsActive,
        [property: Id(3)] DateTimeOffset? ChangingSince);
}
