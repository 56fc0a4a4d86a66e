using Npgsql;
using NpgsqlTypes;

namespace Twin.Storage.Backup;

/// <summary>
/// The tables of a database, filled by COPY in one transaction: a restore that is killed has done nothing.
/// </summary>
internal sealed class PostgresBackupTarget : IBackupTarget
{
    // Each writer of a silo holds it shared; so nobody writes while this runs, and whoever starts is refused. A silo
    // that has just been stopped may need a moment to let go.
    private const string LockSql = """
        SET LOCAL lock_timeout = '3s';
        SELECT pg_advisory_xact_lock(1417111918, 2);
        SET LOCAL lock_timeout = 0
        """;

    private const string SetHeadSql = """
        UPDATE twin_log SET
            head = (SELECT coalesce(max(last_sequence), 0) FROM twin_batch),
            recorded_at = (SELECT coalesce(max(recorded_at), 0) FROM twin_batch),
            state_version = (SELECT coalesce(max(version), 0) FROM twin_state),
            position_head = (SELECT coalesce(max(sequence), 0) FROM twin_position_batch);
        SELECT pg_notify('twin_log', head::text) FROM twin_log
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private NpgsqlBinaryImporter? _copy;
    private NpgsqlDbType[] _types = [];

    /// <summary>Takes over the connection.</summary>
    public PostgresBackupTarget(NpgsqlConnection connection, bool replace)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction();
        try
        {
            Lock();
            if (replace)
            {
                Scalar($"TRUNCATE {string.Join(", ", BackupTable.All.Select(table => "twin_" + table.Name))}");
            }
            else if (!BackupTable.All.All(IsEmpty))
            {
                throw new BackupException("The database is not empty. With --force its content is replaced.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void BeginTable(BackupTable table)
    {
        EndTable();
        _types = TypesOf(table);
        _copy = _connection.BeginBinaryImport(
            $"COPY twin_{table.Name}({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        _copy.Timeout = TimeSpan.Zero; // A large table takes its time.
    }

    public void WriteRow(ReadOnlySpan<BackupValue> row)
    {
        var copy = _copy!; // BeginTable has made it.
        copy.StartRow();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i].Number is { } number)
            {
                copy.Write(number, _types[i]);
            }
            else if (row[i].Bytes is { } bytes)
            {
                copy.Write(bytes.ToArray(), _types[i]);
            }
            else
            {
                copy.WriteNull();
            }
        }
    }

    public void Commit()
    {
        EndTable();
        Scalar(SetHeadSql);
        _transaction.Commit();
    }

    public void Dispose()
    {
        _copy?.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Lock()
    {
        try
        {
            Scalar(LockSql);
        }
        catch (PostgresException exception) when (
            string.Equals(exception.SqlState, PostgresErrorCodes.LockNotAvailable, StringComparison.Ordinal))
        {
            throw new BackupException("The database is in use. Stop every program that works on it.", exception);
        }
    }

    private void EndTable()
    {
        try
        {
            _copy?.Complete();
        }
        catch (PostgresException exception)
        {
            throw new BackupException($"A row of the backup cannot be kept: {exception.MessageText}", exception);
        }

        _copy?.Dispose();
        _copy = null;
    }

    private bool IsEmpty(BackupTable table) => Scalar($"SELECT 1 FROM twin_{table.Name} LIMIT 1") is null;

    // Some texts are kept as text, some as bytes.
    private NpgsqlDbType[] TypesOf(BackupTable table)
    {
        using var command = Command($"SELECT {table.ColumnList} FROM twin_{table.Name} LIMIT 0");
        using var reader = command.ExecuteReader();
        return [.. table.Columns.Select((_, i) => reader.GetDataTypeName(i) switch
        {
            "bigint" => NpgsqlDbType.Bigint,
            "text" => NpgsqlDbType.Text,
            _ => NpgsqlDbType.Bytea,
        })];
    }

    private object? Scalar(string sqlOfConstants)
    {
        using var command = Command(sqlOfConstants);
        command.CommandTimeout = 0;
        return command.ExecuteScalar();
    }

    private NpgsqlCommand Command(string sqlOfConstants)
    {
#pragma warning disable CA2100 // Names of the tables and columns of BackupTable.
        return new NpgsqlCommand(sqlOfConstants, _connection, _transaction);
#pragma warning restore CA2100
    }
}
