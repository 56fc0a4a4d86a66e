using Orleans.Serialization.Cloning;
using Twin.Model.Alerts;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the vessel of a case travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CaseSubjectConverter
    : ShallowCopier<CaseSubject>, IConverter<CaseSubject, CaseSubjectConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CaseSubject value) =>
        new(
            value.Vessel,
            value.Kind,
            value.Episode,
            value.Since,
            value.Where,
            value.Zone,
            value.EndedAt);

    public CaseSubject ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Vessel,
            surrogate.Kind,
            surrogate.Episode,
            surrogate.Since,
            surrogate.Where,
            surrogate.Zone,
            surrogate.EndedAt);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] VesselId Vessel,
        [property: Id(1)] VesselConcernKind? Kind,
        [property: Id(2)] string? Episode,
        [property: Id(3)] DateTimeOffset? Since,
        [property: Id(4)] GeoPosition? Where,
        [property: Id(5)] string? Zone,
        [property: Id(6)] DateTimeOffset? EndedAt);
}
