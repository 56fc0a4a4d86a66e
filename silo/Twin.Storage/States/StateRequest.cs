using System.Globalization;
using Twin.Model.States;
using Twin.Storage.Writing;

namespace Twin.Storage.States;

/// <summary>A state that waits to be written or, without a value, removed.</summary>
internal sealed class StateRequest(StateKey key, ReadOnlyMemory<byte>? value, string? expectedETag)
    : AnsweredRequest<StateChange>
{
    public StateKey Key => key;

    public ReadOnlyMemory<byte>? Value => value;

    public override int Bytes => key.Key.Length + (value?.Length ?? 0);

    /// <summary>The tag of the write with that number.</summary>
    public static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Why it must not be carried out on what is stored; <c>null</c> when it may.</summary>
    public StateChange? ConflictWith(long? stored)
    {
        var storedETag = stored is { } version ? ETag(version) : null;
        var isForced = value is null && expectedETag is null;
        return isForced || string.Equals(storedETag, expectedETag, StringComparison.Ordinal)
            ? null
            : new StateChange.Conflict(storedETag);
    }
}
