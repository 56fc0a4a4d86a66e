namespace Twin.Model.Observations;

/// <summary>The log's answer to a batch that is now durable.</summary>
/// <param name="FirstSequence">The sequence number of the batch's first observation.</param>
/// <param name="LastSequence">The sequence number of its last.</param>
/// <param name="RecordedAt">When the log took it in, UTC.</param>
/// <param name="IsRepeat">
/// Whether the same unit and idempotency key were there already; then nothing was written.
/// </param>
public readonly record struct AppendReceipt(
    long FirstSequence, long LastSequence, DateTimeOffset RecordedAt, bool IsRepeat);
