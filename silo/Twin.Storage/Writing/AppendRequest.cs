using Twin.Model.Observations;
using Twin.Storage.Encoding;

namespace Twin.Storage.Writing;

/// <summary>A batch that waits for its commit.</summary>
internal sealed class AppendRequest(string unit, string? idempotencyKey, EncodedBatch batch)
    : AnsweredRequest<AppendReceipt>
{
    public override int Bytes => batch.Length;

    protected override AppendReceipt Write(LogSession session, CommitState state)
    {
        if (idempotencyKey is { } key && (state.Find(key, unit) ?? session.Index.Find(key, unit)) is { } repeat)
        {
            return repeat;
        }

        session.InsertBatch(batch, state.Head + 1, state.NowMilliseconds);
        return state.Add(unit, idempotencyKey, batch.Count);
    }
}
