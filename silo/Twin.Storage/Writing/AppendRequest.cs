using Twin.Model.Observations;
using Twin.Storage.Encoding;

namespace Twin.Storage.Writing;

/// <summary>A batch that waits for its commit.</summary>
internal sealed class AppendRequest(EncodedBatch batch) : AnsweredRequest<AppendReceipt>
{
    public override int Bytes => batch.Length;

    protected override AppendReceipt Write(LogSession session, CommitState state)
    {
        var first = state.Head + 1;
        if (!session.InsertBatch(batch, first, state.NowMilliseconds))
        {
            return session.FindReceipt(batch);
        }

        state.Advance(batch.Count);
        return new AppendReceipt(
            first, state.Head, DateTimeOffset.FromUnixTimeMilliseconds(state.NowMilliseconds), IsRepeat: false);
    }
}
