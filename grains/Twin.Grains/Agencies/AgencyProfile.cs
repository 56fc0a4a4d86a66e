using System.Collections.Immutable;
using Twin.Model.Agencies;
using Twin.Model.Indicators;
using Twin.Model.Plans;

namespace Twin.Grains.Agencies;

/// <summary>An agency with what it answers for.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Indicators">The indicators it owns.</param>
/// <param name="Targets">The targets it must reach, held against the figures of the plan's unit.</param>
[GenerateSerializer, Immutable, Alias("twin.AgencyProfile")]
public sealed record AgencyProfile(
    [property: Id(0)] Agency Agency,
    [property: Id(1)] ImmutableArray<IndicatorCode> Indicators,
    [property: Id(2)] ImmutableArray<TargetAssessment> Targets);
