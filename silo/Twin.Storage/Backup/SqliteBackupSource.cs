using Microsoft.Data.Sqlite;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Backup;

/// <summary>
/// The tables of a file, in one read transaction: what the running program commits meanwhile is not in it.
/// </summary>
internal sealed class SqliteBackupSource : IBackupSource
{
    private readonly SqliteConnection _connection;

    public SqliteBackupSource(SqliteObservationLogOptions options)
    {
        _connection = SqliteDatabase.OpenReader(options);
        try
        {
            SqliteDatabase.Execute(_connection, "BEGIN");
            LogSchema.Check(_connection, options.Path);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public long CountRows(BackupTable table)
    {
        using var exists = new SqliteStatement(
            _connection, $"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '{table.Name}'");
        if (!exists.Step())
        {
            return 0;
        }

        using var count = new SqliteStatement(_connection, $"SELECT count(*) FROM {table.Name}");
        return count.Step() ? count.Int64(0) : 0;
    }

    public IEnumerable<BackupValue[]> ReadRows(BackupTable table)
    {
        if (CountRows(table) == 0)
        {
            yield break;
        }

        var row = new BackupValue[table.Columns.Length];
        using var select = new SqliteStatement(_connection, $"SELECT {table.ColumnList} FROM {table.Name} ORDER BY 1");
        while (select.Step())
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value(select, i, table.Columns[i].Kind);
            }

            yield return row;
        }
    }

    public void Dispose() => _connection.Dispose();

    private static BackupValue Value(SqliteStatement select, int column, BackupColumnKind kind)
    {
        if (select.IsNull(column))
        {
            return default;
        }

        return kind == BackupColumnKind.Number
            ? BackupValue.Of(select.Int64(column))
            : BackupValue.Of(select.Bytes(column).ToArray());
    }
}
