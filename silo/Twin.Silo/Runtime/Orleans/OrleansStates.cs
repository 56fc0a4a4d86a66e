using System.Collections.Frozen;
using System.Data.Common;
using Twin.Grains.Units;
using Twin.Storage.Backup;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>What Orleans keeps of the states of grains, for backups.</summary>
/// <param name="store">Where it keeps them.</param>
/// <param name="serviceId">Whose of them.</param>
internal sealed class OrleansStates(GrainStore store, string serviceId) : IGrainStates
{
    // A state that was cleared has a row without content.
    private const string ReadSql =
        """
        SELECT grain_type, key_text, payload FROM orleans_state
        WHERE service_id = @service AND payload IS NOT NULL ORDER BY grain_type, key_text
        """;

    private const string Suffix = "Grain";
    private const string DeleteSql = "DELETE FROM orleans_state WHERE service_id = @service";

    private const string InsertSql =
        """
        INSERT INTO orleans_state (service_id, grain_type, key_0, key_1, key_text, version, payload)
        VALUES (@service, @name, 0, 0, @key, 1, @payload)
        """;

    // As Orleans names them: the class' name in lower case, without the word that all of them end in.
    private static readonly FrozenSet<string> GrainTypes = typeof(IAdministrativeUnitGrain).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGrainBase)))
        .Select(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Keeps(string grainType) => GrainTypes.Contains(grainType);

    public IReadOnlyList<GrainStateRow> ReadAll() => Guard(connection =>
    {
        using var command = Command(connection, ReadSql, ("service", serviceId));
        using var reader = command.ExecuteReader();
        var states = new List<GrainStateRow>();
        while (reader.Read())
        {
            if (TextKeyStorage.TryRead(reader.GetString(1), out var grainType, out var key))
            {
                states.Add(new GrainStateRow(grainType, reader.GetString(0), key, (byte[])reader.GetValue(2)));
            }
        }

        return states;
    });

    public void ReplaceAll(IReadOnlyList<GrainStateRow> states) => Guard(connection =>
    {
        using var transaction = connection.BeginTransaction();
        using var delete = Command(connection, DeleteSql, ("service", serviceId));
        delete.Transaction = transaction;
        delete.ExecuteNonQuery();
        foreach (var state in states)
        {
            using var insert = Command(
                connection,
                InsertSql,
                ("service", serviceId),
                ("name", state.StateName),
                ("key", TextKeyStorage.KeyOf(state.GrainType, state.Key)),
                ("payload", state.Value.ToArray()));
            insert.Transaction = transaction;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return states.Count;
    });

    private T Guard<T>(Func<DbConnection, T> work)
    {
        try
        {
            using var connection = store.DataSource.OpenConnection();
            using var create = Command(connection, GrainTables.Create);
            create.ExecuteNonQuery();
            return work(connection);
        }
        catch (DbException exception)
        {
            throw new BackupException($"The states of grains cannot be used: {exception.Message}", exception);
        }
    }

    private static DbCommand Command(
        DbConnection connection, string constantSql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The constants of this class, and the tables'.
        command.CommandText = constantSql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
