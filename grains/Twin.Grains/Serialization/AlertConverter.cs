using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How an alert travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AlertConverter
    : ShallowCopier<Alert>, IConverter<Alert, AlertConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Alert value) =>
        new(
            value.Id,
            value.Unit,
            value.RuleId,
            value.Kind,
            value.Subject,
            value.Severity,
            value.OwnerAgencyId,
            value.State,
            value.IsActive,
            value.Measure,
            value.Period,
            value.ReasonVi,
            value.ReasonEn,
            value.RaisedAt,
            value.ChangedAt,
            value.Assignee,
            value.EscalatedTo,
            value.Events);

    public Alert ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            Unit = surrogate.Unit,
            RuleId = surrogate.RuleId,
            Kind = surrogate.Kind,
            Subject = surrogate.Subject,
            Severity = surrogate.Severity,
            OwnerAgencyId = surrogate.OwnerAgencyId,
            State = surrogate.State,
            IsActive = surrogate.IsActive,
            Measure = surrogate.Measure,
            Period = surrogate.Period,
            ReasonVi = surrogate.ReasonVi,
            ReasonEn = surrogate.ReasonEn,
            RaisedAt = surrogate.RaisedAt,
            ChangedAt = surrogate.ChangedAt,
            Assignee = surrogate.Assignee,
            EscalatedTo = surrogate.EscalatedTo,
            Events = surrogate.Events,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] AdministrativeUnitCode Unit,
        [property: Id(2)] string RuleId,
        [property: Id(3)] AlertRuleKind Kind,
        [property: Id(4)] string Subject,
        [property: Id(5)] AlertSeverity Severity,
        [property: Id(6)] string? OwnerAgencyId,
        [property: Id(7)] AlertState State,
        [property: Id(8)] bool IsActive,
        [property: Id(9)] double Measure,
        [property: Id(10)] string? Period,
        [property: Id(11)] string ReasonVi,
        [property: Id(12)] string ReasonEn,
        [property: Id(13)] DateTimeOffset RaisedAt,
        [property: Id(14)] DateTimeOffset ChangedAt,
        [property: Id(15)] string? Assignee,
        [property: Id(16)] AdministrativeUnitCode? EscalatedTo,
        [property: Id(17)] ImmutableArray<AlertEvent> Events);
}
