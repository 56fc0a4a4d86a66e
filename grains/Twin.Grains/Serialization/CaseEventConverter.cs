using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;

namespace Twin.Grains.Serialization;

/// <summary>How an event of a case travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CaseEventConverter
    : ShallowCopier<CaseEvent>, IConverter<CaseEvent, CaseEventConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CaseEvent value) =>
        new(
            value.At,
            value.By,
            value.Stage,
            value.Assignee,
            value.Deadline,
            value.Text,
            value.Contact,
            value.Resolution);

    public CaseEvent ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.At,
            surrogate.By,
            surrogate.Stage,
            surrogate.Assignee,
            surrogate.Deadline,
            surrogate.Text,
            surrogate.Contact,
            surrogate.Resolution);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateTimeOffset At,
        [property: Id(1)] string By,
        [property: Id(2)] CaseStage Stage,
        [property: Id(3)] string? Assignee,
        [property: Id(4)] DateOnly? Deadline,
        [property: Id(5)] string Text,
        [property: Id(6)] CaseContact? Contact,
        [property: Id(7)] CaseResolution? Resolution);
}
