namespace Twin.Model.Vessels;

/// <summary>The log's answer to reports that are now durable.</summary>
/// <param name="Sequence">The number of the batch; numbers start at 1 and only grow.</param>
/// <param name="RecordedAt">When the log took it in, UTC.</param>
public readonly record struct PositionReceipt(long Sequence, DateTimeOffset RecordedAt);
