using System.Collections.Immutable;
using Twin.Model.Observations;

namespace Twin.Grains.Units;

/// <summary>Observations for one unit.</summary>
/// <param name="Reporter">Who sends them.</param>
/// <param name="IdempotencyKey">With the unit it makes the report count once; <c>null</c> for none.</param>
/// <param name="Observations">1 to <see cref="ObservationBatch.MaxObservations"/> observations.</param>
[GenerateSerializer, Immutable, Alias("twin.ReportMessage")]
public sealed record ReportMessage(
    [property: Id(0)] string Reporter,
    [property: Id(1)] string? IdempotencyKey,
    [property: Id(2)] ImmutableArray<Observation> Observations);
