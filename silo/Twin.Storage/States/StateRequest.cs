using Twin.Model.States;
using Twin.Storage.Writing;

namespace Twin.Storage.States;

/// <summary>A state that waits to be written or, without a value, removed.</summary>
internal sealed class StateRequest(StateKey key, ReadOnlyMemory<byte>? value, string? expectedETag)
    : AnsweredRequest<StateChange>
{
    public override int Bytes => key.Key.Length + (value?.Length ?? 0);

    protected override StateChange Write(LogSession session, CommitState state)
    {
        var stored = session.States.Find(key);
        var storedETag = stored is { } version ? StateReader.ETag(version) : null;
        var isForced = value is null && expectedETag is null;
        if (!isForced && !string.Equals(storedETag, expectedETag, StringComparison.Ordinal))
        {
            return new StateChange.Conflict(storedETag);
        }

        if (value is { } bytes)
        {
            return new StateChange.Applied(StateReader.ETag(session.States.Put(key, bytes.Span)));
        }

        if (stored is { } removed)
        {
            session.States.Delete(removed);
        }

        return new StateChange.Applied(null);
    }
}
