using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>An idempotency key that waits to be kept.</summary>
internal sealed class ClaimRequest(byte[] idempotencyKey, byte[] bodyHash) : AnsweredRequest<RequestClaim>
{
    public override int Bytes => idempotencyKey.Length + bodyHash.Length;

    protected override RequestClaim Write(LogSession session, CommitState state)
    {
        if (session.InsertRequest(idempotencyKey, bodyHash, state.NowMilliseconds))
        {
            return RequestClaim.New;
        }

        return session.IsKnownBody(idempotencyKey, bodyHash) ? RequestClaim.Repeat : RequestClaim.Conflict;
    }
}
