using Microsoft.Data.Sqlite;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Backup;

/// <summary>
/// The tables of the log's file, in one read transaction: what the running program commits meanwhile is not in it. The
/// journal, a file of its own, is read at once after that begins: so it knows every unit that the observations name.
/// </summary>
internal sealed class SqliteBackupSource : IBackupSource
{
    private readonly SqliteConnection _connection;
    private readonly BackupValue[][] _changes;

    public SqliteBackupSource(SqliteObservationLogOptions options, string journalPath)
    {
        RestoreMarker.Refuse(options.Path);
        _connection = SqliteDatabase.OpenReader(options);
        try
        {
            SqliteDatabase.Execute(_connection, "BEGIN");
            LogSchema.Check(_connection, options.Path);
            _changes = File.Exists(journalPath) ? ReadJournal(journalPath) : [];
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public long CountRows(BackupTable table) =>
        table.IsSame(BackupTable.CityChange) ? _changes.Length : CountRows(_connection, table);

    public IEnumerable<BackupValue[]> ReadRows(BackupTable table) =>
        table.IsSame(BackupTable.CityChange) ? _changes : ReadRows(_connection, table);

    public void Dispose() => _connection.Dispose();

    private static BackupValue[][] ReadJournal(string path)
    {
        SqliteCityJournal.Open(path); // Refuses what is none.
        using var connection = SqliteDatabase.OpenReader(new SqliteObservationLogOptions { Path = path });
        return [.. ReadRows(connection, BackupTable.CityChange).Select(row => row.ToArray())];
    }

    private static long CountRows(SqliteConnection connection, BackupTable table)
    {
        using var exists = new SqliteStatement(
            connection, $"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '{table.Name}'");
        if (!exists.Step())
        {
            return 0; // A file of before that table.
        }

        using var count = new SqliteStatement(connection, $"SELECT count(*) FROM {table.Name}");
        return count.Step() ? count.Int64(0) : 0;
    }

    private static IEnumerable<BackupValue[]> ReadRows(SqliteConnection connection, BackupTable table)
    {
        if (CountRows(connection, table) == 0)
        {
            yield break;
        }

        var row = new BackupValue[table.Columns.Length];
        using var select = new SqliteStatement(connection, $"SELECT {table.ColumnList} FROM {table.Name} ORDER BY 1");
        while (select.Step())
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value(select, i, table.Columns[i].Kind);
            }

            yield return row;
        }
    }

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
