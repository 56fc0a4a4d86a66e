using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How news of an alert travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AlertNoticeConverter
    : ShallowCopier<AlertNotice>, IConverter<AlertNotice, AlertNoticeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in AlertNotice value) =>
        new(
            value.Id,
            value.Kind,
            value.Alert);

    public AlertNotice ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Id,
            surrogate.Kind,
            surrogate.Alert);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] AlertEventKind Kind,
        [property: Id(2)] Alert Alert);
}
