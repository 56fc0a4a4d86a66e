using System.Globalization;
using Microsoft.Data.Sqlite;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Backup;

/// <summary>
/// A file that is filled beside the log and takes its place in the end, by one renaming: whenever the restore is
/// killed, the log is the old one or the new one.
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
        COMMIT;
        PRAGMA wal_checkpoint(TRUNCATE);
        PRAGMA journal_mode = DELETE;
        """;

    private const string Suffix = ".restoring";
    private static readonly string[] Suffixes = ["", "-wal", "-shm", "-journal"];

    private readonly SqliteObservationLogOptions _options;
    private readonly LogFileLock _lock;
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private SqliteStatement? _insert;
    private BackupTable _table = BackupTable.Batch;

    public SqliteBackupTarget(SqliteObservationLogOptions options, bool replace, TimeProvider time)
    {
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
        }
        catch
        {
            _connection?.Dispose();
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
            _connection, $"INSERT INTO {table.Name}({table.ColumnList}) VALUES ({parameters})");
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
        _connection.Dispose();

        // The old file's write-ahead log must not be taken for the new one's, nor be lost before the old file is.
        MoveLogIntoFile();
        foreach (var suffix in Suffixes[1..])
        {
            File.Delete(_options.Path + suffix);
        }

        File.Move(_path, _options.Path, overwrite: true);
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _connection.Dispose();
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
        if (!File.Exists(_options.Path))
        {
            return true;
        }

        using var source = new SqliteBackupSource(_options);
        return BackupTable.All.All(table => source.CountRows(table) == 0);
    }

    private void MoveLogIntoFile()
    {
        if (!File.Exists(_options.Path))
        {
            return;
        }

        try
        {
            using var old = SqliteDatabase.OpenWriter(_options);
            SqliteDatabase.Execute(old, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // It is damaged, or something else: what is to be replaced cannot be read anyway.
        }
    }

    private void DeleteUnfinished()
    {
        foreach (var suffix in Suffixes)
        {
            File.Delete(_path + suffix);
        }
    }
}
