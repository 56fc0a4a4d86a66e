using System.Collections.Immutable;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>New aggregates of a unit, for the unit above.</summary>
/// <param name="From">The unit they are of.</param>
/// <param name="Rows">The aggregates, one for an indicator, period and breakdown at most.</param>
[GenerateSerializer, Immutable, Alias("twin.AggregatesMessage")]
public sealed record AggregatesMessage(
    [property: Id(0)] AdministrativeUnitCode From, [property: Id(1)] ImmutableArray<VersionedAggregate> Rows);
