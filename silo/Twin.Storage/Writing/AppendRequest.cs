using Twin.Model.Observations;
using Twin.Storage.Encoding;

namespace Twin.Storage.Writing;

/// <summary>A batch that waits for its commit.</summary>
internal sealed class AppendRequest(string unit, string? idempotencyKey, EncodedBatch batch)
    : AnsweredRequest<AppendReceipt>
{
    public string Unit => unit;

    public string? IdempotencyKey => idempotencyKey;

    public EncodedBatch Batch => batch;

    public override int Bytes => batch.Length;
}
