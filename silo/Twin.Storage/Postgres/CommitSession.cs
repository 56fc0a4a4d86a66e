using Npgsql;
using NpgsqlTypes;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.Indexing;
using Twin.Storage.States;
using Twin.Storage.Writing;
using static Twin.Storage.Postgres.CommitParameters;

namespace Twin.Storage.Postgres;

/// <summary>
/// The writer's session and its prepared statements. A commit takes two round trips: one begins it, takes the lock on
/// the log's one row and looks up every key of the group; the other writes and commits. Statements about what a group
/// has not are left out of both. Many bytes go by COPY between them. For the writer's thread.
/// </summary>
internal sealed class CommitSession : IDisposable
{
    // From here on COPY's two further round trips cost less than the copying of parameters.
    private const int CopyFromBytes = 256 * 1024;

    // The lock makes the numbers: whoever holds it alone gives numbers, until its commit is durable and seen by all. So
    // no reader that sees a number can miss a lower one, and of two silos with the same key the second finds the first.
    private const string LockSql = 
        "SELECT head, recorded_at, state_version, position_head FROM twin_log WHERE id = 1 FOR UPDATE";

    private const string FindBatchesSql = """
        SELECT b.idempotency_key, b.unit, b.first_sequence, b.last_sequence, b.recorded_at
        FROM unnest($1, $2) AS k(idempotency_key, unit)
        JOIN twin_batch b ON b.idempotency_key = k.idempotency_key AND b.unit = k.unit
        """;

    private const string FindRequestsSql =
        "SELECT idempotency_key, body_hash FROM twin_request WHERE idempotency_key = ANY($1)";

    private const string FindStatesSql = """
        SELECT s.grain_type, s.state_name, s.key, s.version
        FROM unnest($1, $2, $3) AS k(grain_type, state_name, key)
        JOIN twin_state s ON s.grain_type = k.grain_type AND s.state_name = k.state_name AND s.key = k.key
        """;

    private const string CopyBatchesSql = """
        COPY twin_batch(
            first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string InsertBatchesSql = """
        INSERT INTO twin_batch(
            first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string InsertRequestsSql =
        "INSERT INTO twin_request(idempotency_key, body_hash, claimed_at) SELECT *, $3 FROM unnest($1, $2)";

    private const string DeleteStatesSql = "DELETE FROM twin_state WHERE version = ANY($1)";

    private const string InsertStatesSql = """
        INSERT INTO twin_state(version, grain_type, state_name, key, value) SELECT * FROM unnest($1, $2, $3, $4, $5)
        """;

    private const string InsertPositionsSql = """
        INSERT INTO twin_position_batch(sequence, shard, recorded_at, checksum, reports)
        SELECT * FROM unnest($1, $2, $3, $4, $5)
        """;

    private const string NoteWriterSql = """
        INSERT INTO twin_writer(id, commits, committed_at) VALUES ($1, $2, now())
        ON CONFLICT (id) DO UPDATE SET commits = EXCLUDED.commits, committed_at = EXCLUDED.committed_at
        """;

    private const string SetHeadSql = 
        "UPDATE twin_log SET head = $1, recorded_at = $2, state_version = $3, position_head = $4 WHERE id = 1";

    private const string NotifySql = "SELECT pg_notify('twin_log', $1)";
    private const string ReadWriterSql = "SELECT commits FROM twin_writer WHERE id = $1";

    private readonly NpgsqlConnection _connection;
    private readonly Guid _writer;
    private readonly Dictionary<CommitParts, PreparedBatch> _begins = [];
    private readonly Dictionary<CommitParts, PreparedBatch> _finishes = [];

    public CommitSession(NpgsqlConnection connection, Guid writer)
    {
        _connection = connection;
        _writer = writer;
        try
        {
            // What nearly every commit takes; and so it is known at once whether the database has what they need.
            BeginOf(CommitParts.None);
            FinishOf(CommitParts.Batches | CommitParts.Head);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>
    /// Begins a commit: waits for the log's lock and gives what the log holds of the group's keys.
    /// </summary>
    public CommitBase Begin(
        IReadOnlyList<AppendRequest> keyed, IReadOnlyList<ClaimRequest> claims, IReadOnlyList<StateRequest> changes)
    {
        var parts = Part(CommitParts.Batches, keyed.Count > 0)
            | Part(CommitParts.Requests, claims.Count > 0)
            | Part(CommitParts.States, changes.Count > 0);
        var begin = BeginOf(parts);
        if (keyed.Count > 0)
        {
            var batches = begin.ParametersOf(FindBatchesSql);
            // Those without a key were left out.
            Set(batches[0], keyed.Select(append => (byte[]?)StrictUtf8.GetBytes(append.IdempotencyKey!)));
            Set(batches[1], keyed.Select(append => (byte[]?)StrictUtf8.GetBytes(append.Unit)));
        }

        if (claims.Count > 0)
        {
            Set(begin.ParametersOf(FindRequestsSql)[0], claims.Select(claim => (byte[]?)claim.IdempotencyKey));
        }

        if (changes.Count > 0)
        {
            SetKeys(begin.ParametersOf(FindStatesSql), 0, changes);
        }

        using var reader = begin.ExecuteReader();
        reader.Read();
        var (head, recordedAt, stateVersion) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        var positionHead = reader.GetInt64(3);
        var receipts = new Dictionary<(string Key, string Unit), AppendReceipt>();
        ReadRows(reader, parts, CommitParts.Batches, row => receipts[(Text(row, 0), Text(row, 1))] =
            BatchIndex.Repeat(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)));
        var requests = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        ReadRows(reader, parts, CommitParts.Requests, row =>
            requests.Add(Text(row, 0), row.GetFieldValue<byte[]>(1)));
        var states = new Dictionary<StateKey, long>();
        ReadRows(reader, parts, CommitParts.States, row =>
            states[new StateKey(Text(row, 0), Text(row, 1), Text(row, 2))] = row.GetInt64(3));
        return new CommitBase(head, recordedAt, stateVersion, positionHead, receipts, requests, states);
    }

    /// <summary>
    /// Writes and commits. Whether it is kept is unknown when this throws: <see cref="ReadCommits"/> tells.
    /// </summary>
    public void Finish(
        CommitState state,
        IReadOnlyList<BatchToWrite> batches,
        IReadOnlyList<ClaimRequest> claims,
        StateChanges states,
        PositionsToWrite positions,
        bool isHeadNew,
        long commits)
    {
        var isCopying = batches.Sum(batch => (long)batch.Batch.Length) >= CopyFromBytes;
        if (isCopying)
        {
            Copy(batches, state.NowMilliseconds);
        }

        var isInserting = !isCopying && batches.Count > 0;
        var finish = FinishOf(
            Part(CommitParts.Batches, isInserting)
            | Part(CommitParts.Requests, claims.Count > 0)
            | Part(CommitParts.States, !states.IsEmpty)
            | Part(CommitParts.Positions, positions.Rows.Count > 0)
            | Part(CommitParts.Head, isHeadNew));
        if (isInserting)
        {
            SetBatches(finish.ParametersOf(InsertBatchesSql), batches, state.NowMilliseconds);
        }

        if (claims.Count > 0)
        {
            var requests = finish.ParametersOf(InsertRequestsSql);
            Set(requests[0], claims.Select(claim => (byte[]?)claim.IdempotencyKey));
            Set(requests[1], claims.Select(claim => (byte[]?)claim.BodyHash));
            Set(requests[2], state.NowMilliseconds);
        }

        if (!states.IsEmpty)
        {
            SetStates(finish.ParametersOf(DeleteStatesSql), finish.ParametersOf(InsertStatesSql), states);
        }

        Set(finish.ParametersOf(NoteWriterSql)[1], commits);
        var head = finish.ParametersOf(SetHeadSql);
        Set(head[0], state.Head);
        Set(head[1], state.NowMilliseconds);
        Set(head[2], states.LastVersion);
        Set(head[3], positions.Head);
        if (isHeadNew)
        {
            ((NpgsqlParameter<string>)finish.ParametersOf(NotifySql)[0]).TypedValue =
                FormattableString.Invariant($"{state.Head}");
        }

        if (positions.Rows.Count > 0)
        {
            SetPositions(finish.ParametersOf(InsertPositionsSql), positions.Rows, state.NowMilliseconds);
        }

        finish.Execute();
    }

    /// <summary>
    /// How many commits of this writer are durable. Waits for the log's lock first, and so for the end of a commit that
    /// a lost session of ours may still be carrying out.
    /// </summary>
    public long ReadCommits()
    {
        using var transaction = _connection.BeginTransaction();
        using var locking = new NpgsqlCommand(LockSql, _connection, transaction);
        locking.ExecuteNonQuery();
        using var command = new NpgsqlCommand(ReadWriterSql, _connection, transaction)
        {
            Parameters = { new() { Value = _writer } },
        };
        var commits = command.ExecuteScalar() as long? ?? 0;
        transaction.Commit();
        return commits;
    }

    public void Dispose()
    {
        foreach (var batch in _begins.Values.Concat(_finishes.Values))
        {
            batch.Dispose();
        }

        _connection.Dispose();
    }

    private static CommitParts Part(CommitParts part, bool isThere) => isThere ? part : CommitParts.None;

    private static void ReadRows(
        NpgsqlDataReader reader, CommitParts parts, CommitParts part, Action<NpgsqlDataReader> take)
    {
        if (parts.HasFlag(part))
        {
            reader.NextResult();
            while (reader.Read())
            {
                take(reader);
            }
        }
    }

    /// <summary>Begins, locks, and looks for the keys of those parts; made when it is first needed.</summary>
    private PreparedBatch BeginOf(CommitParts parts)
    {
        if (_begins.TryGetValue(parts, out var begin))
        {
            return begin;
        }

        _begins[parts] = begin = new PreparedBatch(_connection);
        begin.Add("BEGIN");
        begin.Add(LockSql);
        if (parts.HasFlag(CommitParts.Batches))
        {
            begin.Add(FindBatchesSql, Bytes(), Bytes());
        }

        if (parts.HasFlag(CommitParts.Requests))
        {
            begin.Add(FindRequestsSql, Bytes());
        }

        if (parts.HasFlag(CommitParts.States))
        {
            begin.Add(FindStatesSql, Bytes(), Bytes(), Bytes());
        }

        begin.Prepare();
        return begin;
    }

    /// <summary>Writes those parts and commits; made when it is first needed.</summary>
    private PreparedBatch FinishOf(CommitParts parts)
    {
        if (_finishes.TryGetValue(parts, out var finish))
        {
            return finish;
        }

        _finishes[parts] = finish = new PreparedBatch(_connection);
        if (parts.HasFlag(CommitParts.Batches))
        {
            finish.Add(
                InsertBatchesSql, Numbers(), Numbers(), Numbers(), Numbers(), Bytes(), Bytes(), Bytes(), Bytes());
        }

        if (parts.HasFlag(CommitParts.Requests))
        {
            finish.Add(InsertRequestsSql, Bytes(), Bytes(), Number());
        }

        if (parts.HasFlag(CommitParts.States))
        {
            finish.Add(DeleteStatesSql, Numbers());
            finish.Add(InsertStatesSql, Numbers(), Bytes(), Bytes(), Bytes(), Bytes());
        }

        if (parts.HasFlag(CommitParts.Positions))
        {
            finish.Add(InsertPositionsSql, Numbers(), Numbers(), Numbers(), Numbers(), Bytes());
        }

        finish.Add(NoteWriterSql, new NpgsqlParameter<Guid> { TypedValue = _writer }, Number());
        finish.Add(SetHeadSql, Number(), Number(), Number(), Number());
        if (parts.HasFlag(CommitParts.Head))
        {
            finish.Add(NotifySql, new NpgsqlParameter<string> { TypedValue = string.Empty });
        }

        finish.Add("COMMIT");
        finish.Prepare();
        return finish;
    }

    private void Copy(IReadOnlyList<BatchToWrite> batches, long nowMilliseconds)
    {
        using var copy = _connection.BeginBinaryImport(CopyBatchesSql);
        foreach (var (batch, first) in batches)
        {
            copy.StartRow();
            copy.Write(first, NpgsqlDbType.Bigint);
            copy.Write(first + batch.Count - 1, NpgsqlDbType.Bigint);
            copy.Write(nowMilliseconds, NpgsqlDbType.Bigint);
            copy.Write((long)batch.Checksum(first, nowMilliseconds), NpgsqlDbType.Bigint);
            copy.Write(batch.Unit.ToArray(), NpgsqlDbType.Bytea);
            copy.Write(batch.Reporter.ToArray(), NpgsqlDbType.Bytea);
            if (batch.HasKey)
            {
                copy.Write(batch.Key.ToArray(), NpgsqlDbType.Bytea);
            }
            else
            {
                copy.WriteNull();
            }

            copy.Write(batch.Blob.ToArray(), NpgsqlDbType.Bytea);
        }

        copy.Complete();
    }

    private static string Text(NpgsqlDataReader reader, int column) =>
        StrictUtf8.GetString(reader.GetFieldValue<byte[]>(column));
}
