using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a case travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CaseFileConverter
    : ShallowCopier<CaseFile>, IConverter<CaseFile, CaseFileConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CaseFile value) =>
        new(
            value.Id,
            value.Unit,
            value.Title,
            value.Alerts,
            value.Events,
            value.Subject);

    public CaseFile ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            Unit = surrogate.Unit,
            Title = surrogate.Title,
            Alerts = surrogate.Alerts,
            Events = surrogate.Events,
            Subject = surrogate.Subject,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] AdministrativeUnitCode Unit,
        [property: Id(2)] string Title,
        [property: Id(3)] ImmutableArray<string> Alerts,
        [property: Id(4)] ImmutableArray<CaseEvent> Events,
        [property: Id(5)] CaseSubject? Subject);
}
