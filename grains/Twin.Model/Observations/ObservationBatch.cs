using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Observations;

/// <summary>Observations of one unit that are written together or not at all.</summary>
/// <param name="Unit">The feature of interest.</param>
/// <param name="Reporter">Who sent them.</param>
/// <param name="IdempotencyKey">With the unit it makes the batch count once; <c>null</c> for none.</param>
/// <param name="Observations">1 to <see cref="MaxObservations"/> observations.</param>
public sealed record ObservationBatch(
    AdministrativeUnitCode Unit, string Reporter, string? IdempotencyKey, ImmutableArray<Observation> Observations)
{
    /// <summary>The most observations one batch may hold.</summary>
    public const int MaxObservations = 100_000;
}
