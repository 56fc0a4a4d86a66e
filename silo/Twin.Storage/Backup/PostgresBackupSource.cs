using System.Data;
using Npgsql;

namespace Twin.Storage.Backup;

/// <summary>The tables of a database in one snapshot: what silos commit meanwhile is not in it.</summary>
internal sealed class PostgresBackupSource : IBackupSource
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _snapshot;

    /// <summary>Takes over the connection.</summary>
    public PostgresBackupSource(NpgsqlConnection connection)
    {
        _connection = connection;
        _snapshot = connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    public long CountRows(BackupTable table)
    {
        using var command = Command($"SELECT count(*) FROM twin_{table.Name}");
        return (long)command.ExecuteScalar()!; // A count is never null.
    }

    public IEnumerable<BackupValue[]> ReadRows(BackupTable table)
    {
        var row = new BackupValue[table.Columns.Length];
        using var command = Command($"SELECT {table.ColumnList} FROM twin_{table.Name} ORDER BY 1");
        command.CommandTimeout = 0; // A large table takes its time.
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Value(reader, i, table.Columns[i].Kind);
            }

            yield return row;
        }
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _connection.Dispose();
    }

    private static BackupValue Value(NpgsqlDataReader reader, int column, BackupColumnKind kind)
    {
        if (reader.IsDBNull(column))
        {
            return default;
        }

        // A text column gives its bytes as well.
        return kind == BackupColumnKind.Number
            ? BackupValue.Of(reader.GetInt64(column))
            : BackupValue.Of(reader.GetFieldValue<byte[]>(column));
    }

    private NpgsqlCommand Command(string sqlOfConstants)
    {
#pragma warning disable CA2100 // Names of the tables and columns of BackupTable.
        return new NpgsqlCommand(sqlOfConstants, _connection, _snapshot);
#pragma warning restore CA2100
    }
}
