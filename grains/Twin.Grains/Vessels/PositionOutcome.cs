using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// What became of a report: one of the two, or neither where the shard holds as many vessels as it may.
/// </summary>
/// <param name="Verdict">How it was judged.</param>
/// <param name="MovedTo">The vessel that its name stands for; the report is to be sent to that one's shard.</param>
[GenerateSerializer, Immutable, Alias("twin.PositionOutcome")]
public readonly record struct PositionOutcome(
    [property: Id(0)] PositionVerdict? Verdict, [property: Id(1)] VesselId? MovedTo);
