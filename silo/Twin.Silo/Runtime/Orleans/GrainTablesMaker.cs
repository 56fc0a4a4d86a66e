using System.Data.Common;
using Twin.Model.Observations;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>Makes the tables and sets the statements before Orleans starts, which reads them then.</summary>
/// <param name="store">Where they go.</param>
/// <param name="services">The services of the program.</param>
internal sealed class GrainTablesMaker(GrainStore store, IServiceProvider services) : IHostedService
{
    /// <summary>Silos that start together take turns. The first number is "Twin" in ASCII.</summary>
    private const string TakeTurns = "SELECT pg_advisory_xact_lock(1417111918, 3)";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Opened first, because the log says best what is wrong with a database.
        services.GetRequiredService<IObservationLog>();
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (store.IsShared)
        {
            command.CommandText = TakeTurns;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        command.CommandText = GrainTables.Create;
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = GrainTables.SetStatement;
        foreach (var statement in store.Statements)
        {
            command.Parameters.Clear();
            Add(command, "key", statement.Key);
            Add(command, "text", statement.Text);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
