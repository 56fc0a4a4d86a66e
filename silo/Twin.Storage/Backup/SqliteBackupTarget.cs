using System.Globalization;
using Microsoft.Data.Sqlite;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Backup;

/// <summary>
/// Files that are filled beside the log and the journal and take their places in the end. A restore that is killed
/// before that has changed nothing; one that is killed between the two renamings is refused until it is run again.
/// </summary>
internal sealed class SqliteBackupTarget : IBackupTarget
{
    // The index tables are not in a backup: they follow from the batches, and PostgreSQL has none.
    private const string BuildIndexesSql = """
        INSERT INTO batch_of_unit(unit, first_sequence)
            SELECT unit, first_sequence FROM batch ORDER BY unit, first_sequence;
        INSERT INTO batch_of_key(idempotency_key, unit, first_sequence)
            SELECT idempotency_key, unit, first_sequence FROM batch WHERE idempotency_key IS NOT NULL
            ORDER BY idempotency_key, unit;
        UPDATE log_info SET indexed_to = (SELECT coalesce(max(last_sequence), 0) FROM batch);
        """;

    private const string FinishSql = """
        COMMIT;
        PRAGMA wal_checkpoint(TRUNCATE);
        PRAGMA journal_mode = DELETE;
        """;

    private const string Suffix = ".restoring";
    private static readonly string[] Suffixes = ["", "-wal", "-shm", "-journal"];

    private readonly SqliteObservationLogOptions _options;
    private readonly LogFileLock _lock;
    private readonly string _path;
    private readonly string _journalPath;
    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _journal;
    private SqliteStatement? _insert;
    private BackupTable _table = BackupTable.Batch;

    public SqliteBackupTarget(
        SqliteObservationLogOptions options, string journalPath, bool replace, TimeProvider time)
    {
        _journalPath = journalPath;
        _options = options;
        _path = options.Path + Suffix;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!); // A full path has one.
        _lock = LogFileLock.Take(options.Path);
        try
        {
            if (!replace && !IsEmpty())
            {
                throw new BackupException(
                    $"The observation log '{options.Path}' is not empty. With --force it is replaced.");
            }

            DeleteUnfinished();
            var beside = new SqliteObservationLogOptions { Path = _path, MaxFileBytes = options.MaxFileBytes };
            _connection = SqliteDatabase.OpenWriter(beside);
            LogSchema.Ensure(_connection, _path, time.GetUtcNow().ToUnixTimeMilliseconds());
            SqliteDatabase.Execute(_connection, "BEGIN IMMEDIATE");
            SqliteCityJournal.Open(journalPath + Suffix);
            _journal = SqliteDatabase.OpenWriter(new SqliteObservationLogOptions { Path = journalPath + Suffix });
            SqliteDatabase.Execute(_journal, "BEGIN IMMEDIATE");
        }
        catch
        {
            _connection?.Dispose();
            _journal?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    public void BeginTable(BackupTable table)
    {
        _insert?.Dispose();
        _table = table;
        var parameters = string.Join(", ", table.Columns.Select((_, i) =>
            string.Create(CultureInfo.InvariantCulture, $"?{i + 1}")));
        _insert = new SqliteStatement(
            table.IsSame(BackupTable.CityChange) ? _journal : _connection,
            $"INSERT INTO {table.Name}({table.ColumnList}) VALUES ({parameters})");
    }

    public void WriteRow(ReadOnlySpan<BackupValue> row)
    {
        var insert = _insert!; // BeginTable has made it.
        for (var i = 0; i < row.Length; i++)
        {
            Bind(insert, i + 1, row[i], _table.Columns[i].Kind);
        }

        try
        {
            insert.Execute();
        }
        catch (SqliteException exception)
        {
            throw new BackupException($"A row of the backup cannot be kept: {exception.Message}", exception);
        }
    }

    public void Commit()
    {
        _insert?.Dispose();
        _insert = null;
        SqliteDatabase.Execute(_connection, BuildIndexesSql);
        SqliteDatabase.Execute(_connection, FinishSql);
        _connection.Dispose();
        SqliteDatabase.Execute(_journal, FinishSql);
        _journal.Dispose();

        RestoreMarker.Set(_options.Path);
        Replace(_journalPath);
        Replace(_options.Path);
        RestoreMarker.Clear(_options.Path);
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _connection.Dispose();
        _journal.Dispose();
        DeleteUnfinished();
        _lock.Dispose();
    }

    private static void Bind(SqliteStatement insert, int parameter, BackupValue value, BackupColumnKind kind)
    {
        if (value.Number is { } number)
        {
            insert.Bind(parameter, number);
        }
        else if (value.Bytes is not { } bytes)
        {
            insert.BindNull(parameter);
        }
        else if (kind == BackupColumnKind.Text)
        {
            insert.BindText(parameter, bytes.Span);
        }
        else
        {
            insert.BindBlob(parameter, bytes.Span);
        }
    }

    private bool IsEmpty()
    {
        if (RestoreMarker.IsThere(_options.Path) || !File.Exists(_options.Path))
        {
            return true;
        }

        using var source = new SqliteBackupSource(_options, _journalPath);
        return BackupTable.All.All(table => source.CountRows(table) == 0);
    }

    // The old file's write-ahead log must not be taken for the new one's.
    private static void Replace(string path)
    {
        foreach (var suffix in Suffixes[1..])
        {
            File.Delete(path + suffix);
        }

        File.Move(path + Suffix, path, overwrite: true);
    }

    private void DeleteUnfinished()
    {
        foreach (var suffix in Suffixes)
        {
            File.Delete(_path + suffix);
            File.Delete(_journalPath + Suffix + suffix);
        }
    }
}
