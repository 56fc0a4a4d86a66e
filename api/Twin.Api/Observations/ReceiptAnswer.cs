using System.Text.Json.Serialization;

namespace Twin.Api.Observations;

/// <summary>What became of a report.</summary>
/// <param name="Accepted">How many observations are durable and applied, by this report or an earlier repeat.</param>
/// <param name="Rejected">The rows refused, by line; the first 1,000.</param>
/// <param name="RejectedTotal">How many rows were refused in all.</param>
/// <param name="Held">The rows that are durable and wait in quarantine, by line; the first 1,000.</param>
/// <param name="HeldTotal">How many wait there in all.</param>
/// <param name="Sequence">The last sequence number of the report; 0 when nothing was taken. For minSequence.</param>
/// <param name="IsRepeat">Whether all of it was there already, by the same Idempotency-Key.</param>
internal sealed record ReceiptAnswer(
    int Accepted,
    IReadOnlyList<RejectedRowAnswer> Rejected,
    int RejectedTotal,
    IReadOnlyList<HeldRowAnswer> Held,
    int HeldTotal,
    long Sequence,
    bool IsRepeat)
{
    /// <summary>How many rows are durable, counted or held.</summary>
    [JsonIgnore]
    public int Taken => Accepted + HeldTotal;
}
