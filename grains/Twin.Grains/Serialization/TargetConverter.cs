using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a target travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class TargetConverter : ShallowCopier<Target>, IConverter<Target, TargetConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Target value) =>
        new(
            value.Id,
            value.PlanId,
            value.Section,
            value.Kind,
            value.Tiers,
            value.Levels,
            value.Scope,
            value.Indicator,
            value.NameVi,
            value.NameEn,
            value.Comparator,
            value.Value,
            value.ValueMax,
            value.UnitOfMeasure,
            value.DueDate,
            value.OwnerAgency,
            value.OwnerAgencyId,
            value.OwnerBasis,
            value.Note,
            value.Cadence,
            value.Among,
            value.Units,
            value.OriginId,
            value.IsOfWholeYear,
            value.Pathway);

    public Target ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            PlanId = surrogate.PlanId,
            Section = surrogate.Section,
            Kind = surrogate.Kind,
            Tiers = surrogate.Tiers,
            Levels = surrogate.Levels,
            Scope = surrogate.Scope,
            Indicator = surrogate.Indicator,
            NameVi = surrogate.NameVi,
            NameEn = surrogate.NameEn,
            Comparator = surrogate.Comparator,
            Value = surrogate.Value,
            ValueMax = surrogate.ValueMax,
            UnitOfMeasure = surrogate.UnitOfMeasure,
            DueDate = surrogate.DueDate,
            OwnerAgency = surrogate.OwnerAgency,
            OwnerAgencyId = surrogate.OwnerAgencyId,
            OwnerBasis = surrogate.OwnerBasis,
            Note = surrogate.Note,
            Cadence = surrogate.Cadence,
            Among = surrogate.Among,
            Units = surrogate.Units.IsDefault ? [] : surrogate.Units,
            OriginId = surrogate.OriginId,
            IsOfWholeYear = surrogate.IsOfWholeYear,
            Pathway = surrogate.Pathway,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Id,
        [property: Id(1)] string PlanId,
        [property: Id(2)] string Section,
        [property: Id(3)] TargetKind Kind,
        [property: Id(4)] ImmutableArray<string> Tiers,
        [property: Id(5)] ImmutableArray<AdministrativeLevel> Levels,
        [property: Id(6)] string? Scope,
        [property: Id(7)] IndicatorCode? Indicator,
        [property: Id(8)] string NameVi,
        [property: Id(9)] string NameEn,
        [property: Id(10)] TargetComparator Comparator,
        [property: Id(11)] double? Value,
        [property: Id(12)] double? ValueMax,
        [property: Id(13)] string? UnitOfMeasure,
        [property: Id(14)] DateOnly? DueDate,
        [property: Id(15)] string? OwnerAgency,
        [property: Id(16)] string? OwnerAgencyId,
        [property: Id(17)] string? OwnerBasis,
        [property: Id(18)] string? Note,
        [property: Id(19)] string? Cadence,
        [property: Id(20)] AdministrativeLevel? Among,
        [property: Id(21)] ImmutableArray<AdministrativeUnitCode> Units,
        [property: Id(22)] string? OriginId,
        [property: Id(23)] bool IsOfWholeYear,
        [property: Id(24)] Pathway? Pathway);
}
