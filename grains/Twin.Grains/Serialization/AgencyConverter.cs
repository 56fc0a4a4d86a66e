using Orleans.Serialization.Cloning;
using Twin.Model.Agencies;

namespace Twin.Grains.Serialization;

/// <summary>How an agency travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AgencyConverter : ShallowCopier<Agency>, IConverter<Agency, AgencyConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Agency value) =>
        new(
            value.Id,
            value.PlanId,
            value.Section,
            value.NameVi,
            value.NameEn,
            value.Type,
            value.Level,
            value.UpperAgency,
            value.Role,
            value.Mandate,
            value.ReportsTo,
            value.ReportCycle,
            value.IsGroup);

    public Agency ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            PlanId = surrogate.PlanId,
            Section = surrogate.Section,
            NameVi = surrogate.NameVi,
            NameEn = surrogate.NameEn,
            Type = surrogate.Type,
            Level = surrogate.Level,
            UpperAgency = surrogate.UpperAgency,
            Role = surrogate.Role,
            Mandate = surrogate.Mandate,
            ReportsTo = surrogate.ReportsTo,
            ReportCycle = surrogate.ReportCycle,
            IsGroup = surrogate.IsGroup,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] string PlanId,
        [property: Id(2)] string Section,
        [property: Id(3)] string NameVi,
        [property: Id(4)] string NameEn,
        [property: Id(5)] string Type,
        [property: Id(6)] string Level,
        [property: Id(7)] string? UpperAgency,
        [property: Id(8)] string Role,
        [property: Id(9)] string? Mandate,
        [property: Id(10)] string? ReportsTo,
        [property: Id(11)] string? ReportCycle,
        [property: Id(12)] bool IsGroup);
}
