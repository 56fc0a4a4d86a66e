using Npgsql;
using NpgsqlTypes;
using Twin.Storage.Encoding;
using Twin.Storage.Positions;
using Twin.Storage.States;

namespace Twin.Storage.Postgres;

/// <summary>Makes and sets the parameters of a commit's statements: arrays of one column each.</summary>
internal static class CommitParameters
{
    /// <summary>Sets the parameters of the statement that writes batches.</summary>
    public static void SetBatches(
        NpgsqlParameterCollection parameters, IReadOnlyList<BatchToWrite> batches, long nowMilliseconds)
    {
        Set(parameters[0], batches.Select(batch => batch.FirstSequence));
        Set(parameters[1], batches.Select(batch => batch.FirstSequence + batch.Batch.Count - 1));
        Set(parameters[2], batches.Select(_ => nowMilliseconds));
        Set(parameters[3], batches.Select(b => (long)b.Batch.Checksum(b.FirstSequence, nowMilliseconds)));
        Set(parameters[4], batches.Select(batch => (byte[]?)batch.Batch.Unit.ToArray()));
        Set(parameters[5], batches.Select(batch => (byte[]?)batch.Batch.Reporter.ToArray()));
        Set(parameters[6], batches.Select(batch => batch.Batch.HasKey ? batch.Batch.Key.ToArray() : null));
        Set(parameters[7], batches.Select(batch => (byte[]?)batch.Batch.Blob.ToArray()));
    }

    /// <summary>Sets those of the statements that remove and write states.</summary>
    public static void SetStates(
        NpgsqlParameterCollection remove, NpgsqlParameterCollection write, StateChanges states)
    {
        var written = states.Written.ToArray();
        Set(remove[0], states.Removed);
        Set(write[0], written.Select(state => state.Version));
        SetKeys(write, 1, [.. written.Select(state => state.Change)]);
        Set(write[4], written.Select(state => state.Change.Value?.ToArray()));
    }

    /// <summary>Sets those of the statement that writes positions.</summary>
    public static void SetPositions(
        NpgsqlParameterCollection parameters, IReadOnlyList<PositionToWrite> positions, long nowMilliseconds)
    {
        Set(parameters[0], positions.Select(row => row.Sequence));
        Set(parameters[1], positions.Select(row => (long)row.Request.Shard));
        Set(parameters[2], positions.Select(_ => nowMilliseconds));
        Set(parameters[3], positions.Select(row => PositionRow.Checksum(
            row.Sequence, row.Request.Shard, nowMilliseconds, row.Request.Blob)));
        Set(parameters[4], positions.Select(row => (byte[]?)row.Request.Blob));
    }

    /// <summary>Sets three of them to the keys of states.</summary>
    public static void SetKeys(
        NpgsqlParameterCollection parameters, int first, IReadOnlyList<StateRequest> changes)
    {
        Set(parameters[first], changes.Select(change => (byte[]?)StrictUtf8.GetBytes(change.Key.GrainType)));
        Set(parameters[first + 1], changes.Select(change => (byte[]?)StrictUtf8.GetBytes(change.Key.StateName)));
        Set(parameters[first + 2], changes.Select(change => (byte[]?)StrictUtf8.GetBytes(change.Key.Key)));
    }

    public static NpgsqlParameter<byte[]?[]> Bytes() =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, TypedValue = [] };

    public static NpgsqlParameter<long[]> Numbers() =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = [] };

    public static NpgsqlParameter<long> Number() => new() { NpgsqlDbType = NpgsqlDbType.Bigint };

    public static void Set(NpgsqlParameter parameter, IEnumerable<byte[]?> values) =>
        ((NpgsqlParameter<byte[]?[]>)parameter).TypedValue = [.. values];

    public static void Set(NpgsqlParameter parameter, IEnumerable<long> values) =>
        ((NpgsqlParameter<long[]>)parameter).TypedValue = [.. values];

    public static void Set(NpgsqlParameter parameter, long value) =>
        ((NpgsqlParameter<long>)parameter).TypedValue = value;
}
