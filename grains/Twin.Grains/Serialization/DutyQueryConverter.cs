using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Duties;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a question about duties travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyQueryConverter : ShallowCopier<DutyQuery>, IConverter<DutyQuery, DutyQueryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyQuery value) =>
        new(
            value.From,
            value.To,
            value.DutyId,
            value.AgencyId,
            value.Cadence,
            value.States,
            value.Period,
            value.Upper);

    public DutyQuery ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.From,
            surrogate.To,
            surrogate.DutyId,
            surrogate.AgencyId,
            surrogate.Cadence,
            surrogate.States,
            surrogate.Period,
            surrogate.Upper);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateOnly From,
        [property: Id(1)] DateOnly To,
        [property: Id(2)] string? DutyId,
        [property: Id(3)] string? AgencyId,
        [property: Id(4)] ReportingCadence? Cadence,
        [property: Id(5)] ImmutableArray<DutyState> States,
        [property: Id(6)] TimePeriod? Period,
        [property: Id(7)] AdministrativeUnitCode? Upper);
}
