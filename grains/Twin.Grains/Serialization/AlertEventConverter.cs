using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How an event of an alert travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AlertEventConverter
    : ShallowCopier<AlertEvent>, IConverter<AlertEvent, AlertEventConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in AlertEvent value) =>
        new(
            value.Kind,
            value.At,
            value.By,
            value.Text);

    public AlertEvent ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Kind,
            surrogate.At,
            surrogate.By,
            surrogate.Text);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AlertEventKind Kind,
        [property: Id(1)] DateTimeOffset At,
        [property: Id(2)] string By,
        [property: Id(3)] string Text);
}
