using Npgsql;

namespace Twin.Storage.Postgres;

/// <summary>Statements that go to the server together, prepared there. For one thread.</summary>
internal sealed class PreparedBatch(NpgsqlConnection connection) : IDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);
    private readonly Dictionary<string, NpgsqlParameterCollection> _parameters = new(StringComparer.Ordinal);

    /// <summary>Adds a statement, of which there is one of each text.</summary>
    public void Add(string constantSql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
#pragma warning disable CA2100 // Constants of the callers.
        var command = new NpgsqlBatchCommand(constantSql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        _batch.BatchCommands.Add(command);
        _parameters.Add(constantSql, command.Parameters);
    }

    /// <summary>The parameters of a statement that was added.</summary>
    public NpgsqlParameterCollection ParametersOf(string constantSql) => _parameters[constantSql];

    /// <summary>After the last statement was added.</summary>
    public void Prepare() => _batch.Prepare();

    public NpgsqlDataReader ExecuteReader() => _batch.ExecuteReader();

    public void Execute() => _batch.ExecuteNonQuery();

    public void Dispose() => _batch.Dispose();
}
