using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>An idempotency key that waits to be kept with the hash of its request's body.</summary>
internal sealed class ClaimRequest(byte[] idempotencyKey, byte[] bodyHash) : AnsweredRequest<RequestClaim>
{
    public byte[] IdempotencyKey => idempotencyKey;

    public byte[] BodyHash => bodyHash;

    public override int Bytes => idempotencyKey.Length + bodyHash.Length;
}
