namespace Twin.Model.Observations;

/// <summary>
/// A batch as the observation log holds it. Observation <c>i</c> has sequence number first + <c>i</c>.
/// </summary>
/// <param name="FirstSequence">The sequence number of the first observation; numbers start at 1 and only grow.</param>
/// <param name="RecordedAt">When the log took it in, UTC.</param>
/// <param name="Batch">What was written.</param>
public sealed record LoggedBatch(long FirstSequence, DateTimeOffset RecordedAt, ObservationBatch Batch)
{
    /// <summary>The sequence number of the last observation.</summary>
    public long LastSequence => FirstSequence + Batch.Observations.Length - 1;
}
