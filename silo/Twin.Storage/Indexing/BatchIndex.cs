using Microsoft.Data.Sqlite;
using Twin.Model.Observations;
using Twin.Storage.Encoding;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Indexing;

/// <summary>
/// Finds batches by idempotency key and keeps the index tables. Batches come in any order of unit and key, so an index
/// kept row by row would dirty a page or two for each of them, and a commit of eight reports would write thirty pages
/// instead of two. The tables are therefore written some thousand batches at a time, in their own order; what they do
/// not tell of yet is in the <see cref="IndexTail"/>, which is read back from the log on opening. For the writer's
/// thread.
/// </summary>
internal sealed class BatchIndex : IDisposable
{
    private const string ReadIndexedToSql = "SELECT indexed_to FROM log_info WHERE id = 1";
    private const string SetIndexedToSql = "UPDATE log_info SET indexed_to = ?1 WHERE id = 1";

    // The blob stands last in its row, so that this reads no blob.
    private const string ReadTailSql = """
        SELECT first_sequence, last_sequence, recorded_at, unit, idempotency_key
        FROM batch WHERE first_sequence > ?1 ORDER BY first_sequence
        """;

    private const string FindSql = """
        SELECT first_sequence, last_sequence, recorded_at FROM batch
        WHERE first_sequence = (SELECT first_sequence FROM batch_of_key WHERE idempotency_key = ?1 AND unit = ?2)
        """;

    private const string InsertKeySql =
        "INSERT INTO batch_of_key(idempotency_key, unit, first_sequence) VALUES (?1, ?2, ?3)";

    private const string InsertUnitSql = "INSERT INTO batch_of_unit(unit, first_sequence) VALUES (?1, ?2)";

    private readonly SqliteConnection _connection;
    private readonly IndexTail _tail;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _insertKey;
    private readonly SqliteStatement _insertUnit;
    private readonly SqliteStatement _setIndexedTo;

    public BatchIndex(SqliteConnection connection, IndexTail tail)
    {
        _connection = connection;
        _tail = tail;
        _find = new SqliteStatement(connection, FindSql);
        _insertKey = new SqliteStatement(connection, InsertKeySql);
        _insertUnit = new SqliteStatement(connection, InsertUnitSql);
        _setIndexedTo = new SqliteStatement(connection, SetIndexedToSql);
    }

    /// <summary>Reads the batches behind the index tables back into the tail.</summary>
    public void Load()
    {
        using var readIndexedTo = new SqliteStatement(_connection, ReadIndexedToSql);
        var indexedTo = readIndexedTo.Step() ? readIndexedTo.Int64(0) : 0;
        readIndexedTo.Reset();

        var entries = new List<IndexEntry>();
        var strings = new StringPool();
        using var readTail = new SqliteStatement(_connection, ReadTailSql);
        readTail.Bind(1, indexedTo);
        while (readTail.Step())
        {
            var key = readTail.IsNull(4) ? null : StrictUtf8.GetString(readTail.Bytes(4));
            entries.Add(new IndexEntry(
                readTail.Int64(0), readTail.Int64(1), readTail.Int64(2), strings.Get(readTail.Bytes(3)), key));
        }

        _tail.Clear(indexedTo);
        _tail.Add(entries);
    }

    /// <summary>The receipt of the batch with this key and unit, or <c>null</c> when there is none.</summary>
    public AppendReceipt? Find(string key, string unit)
    {
        if (_tail.Find(key, unit) is { } entry)
        {
            return Repeat(entry.FirstSequence, entry.LastSequence, entry.RecordedAtMilliseconds);
        }

        _find.BindText(1, StrictUtf8.GetBytes(key)).BindText(2, StrictUtf8.GetBytes(unit));
        try
        {
            return _find.Step() ? Repeat(_find.Int64(0), _find.Int64(1), _find.Int64(2)) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>
    /// Writes tail and these entries into the index tables, inside the open transaction; after its commit the tail is
    /// to be cleared up to <paramref name="head"/>.
    /// </summary>
    public void Merge(IReadOnlyList<IndexEntry> newEntries, long head)
    {
        IndexEntry[] entries = [.. _tail.Entries, .. newEntries];

        // In the order of the table, so that neighbours share a page; within a unit the sort leaves the log's order.
        foreach (var entry in entries.OrderBy(entry => entry.Unit, StringComparer.Ordinal))
        {
            _insertUnit.BindText(1, StrictUtf8.GetBytes(entry.Unit)).Bind(2, entry.FirstSequence).Execute();
        }

        var keyed = entries.Where(entry => entry.Key is not null);
        foreach (var entry in keyed.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            _insertKey
                .BindText(1, StrictUtf8.GetBytes(entry.Key!)) // Those without were left out.
                .BindText(2, StrictUtf8.GetBytes(entry.Unit))
                .Bind(3, entry.FirstSequence)
                .Execute();
        }

        _setIndexedTo.Bind(1, head).Execute();
    }

    public void Dispose()
    {
        _find.Dispose();
        _insertKey.Dispose();
        _insertUnit.Dispose();
        _setIndexedTo.Dispose();
    }

    /// <summary>The answer to a batch that is in the log already.</summary>
    public static AppendReceipt Repeat(long firstSequence, long lastSequence, long recordedAtMilliseconds) => new(
        firstSequence, lastSequence, DateTimeOffset.FromUnixTimeMilliseconds(recordedAtMilliseconds), IsRepeat: true);
}
