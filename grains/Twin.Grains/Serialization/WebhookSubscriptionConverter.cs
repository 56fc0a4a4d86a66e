using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a subscription travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class WebhookSubscriptionConverter
    : ShallowCopier<WebhookSubscription>, IConverter<WebhookSubscription, WebhookSubscriptionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in WebhookSubscription value) =>
        new(
            value.Id,
            value.Url,
            value.Secret,
            value.Units,
            value.Unit,
            value.LeastSeverity,
            value.By,
            value.At);

    public WebhookSubscription ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Id,
            surrogate.Url,
            surrogate.Secret,
            surrogate.Units,
            surrogate.Unit,
            surrogate.LeastSeverity,
            surrogate.By,
            surrogate.At);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] string Url,
        [property: Id(2)] string Secret,
        [property: Id(3)] ImmutableArray<AdministrativeUnitCode> Units,
        [property: Id(4)] AdministrativeUnitCode? Unit,
        [property: Id(5)] AlertSeverity LeastSeverity,
        [property: Id(6)] string By,
        [property: Id(7)] DateTimeOffset At);
}
