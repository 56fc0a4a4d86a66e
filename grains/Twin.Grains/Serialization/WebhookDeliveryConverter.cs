using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How a delivery travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class WebhookDeliveryConverter
    : ShallowCopier<WebhookDelivery>, IConverter<WebhookDelivery, WebhookDeliveryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in WebhookDelivery value) =>
        new(
            value.NoticeId,
            value.Kind,
            value.Body,
            value.Since,
            value.Attempts,
            value.NextAt,
            value.LastError);

    public WebhookDelivery ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.NoticeId,
            surrogate.Kind,
            surrogate.Body,
            surrogate.Since,
            surrogate.Attempts,
            surrogate.NextAt,
            surrogate.LastError);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string NoticeId,
        [property: Id(1)] AlertEventKind Kind,
        [property: Id(2)] string Body,
        [property: Id(3)] DateTimeOffset Since,
        [property: Id(4)] int Attempts,
        [property: Id(5)] DateTimeOffset NextAt,
        [property: Id(6)] string? LastError);
}
