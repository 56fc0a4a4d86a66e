using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Twin.Storage;

namespace Twin.Benchmarks;

/// <summary>
/// Where the measured city is kept: in files of a folder or, after <see cref="UsePostgresAsync"/>, in a database of the
/// folder's name on the peers' server.
/// </summary>
internal static class BenchmarkStore
{
    private const string LogFile = "observations.db";

    // A variable, so that the program that W9 starts has it too.
    private const string Variable = "TWIN_BENCHMARK_POSTGRES";

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    /// <summary>What rows of the report say of it.</summary>
    public static string Name => Server is null ? "SQLite" : "PostgreSQL";

    /// <summary>Starts the peers' server and keeps cities in it from now on.</summary>
    public static async Task UsePostgresAsync()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "postgres-server");
        using var process = Process.Start(new ProcessStartInfo("bash", [script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        var connection = new NpgsqlConnectionStringBuilder();
        foreach (var pair in (await process.StandardOutput.ReadToEndAsync()).Split(
            (char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            // libpq's words, and Npgsql's.
            var name = pair.Split('=')[0] switch { "dbname" => "database", "user" => "username", var same => same };
            connection[name] = pair.Split('=')[1];
        }

        Environment.SetEnvironmentVariable(Variable, connection.ConnectionString);
    }

    /// <summary>Adds the log of a folder.</summary>
    public static void AddTo(IServiceCollection services, string folder)
    {
        if (Server is { } server)
        {
            services.AddPostgresStores(postgres => postgres.ConnectionString = DatabaseOf(server, folder));
        }
        else
        {
            services.AddSqliteObservationLog(log => log.Path = Path.Combine(folder, LogFile));
        }
    }

    /// <summary>The bytes that the log of a folder takes.</summary>
    public static long BytesOf(string folder)
    {
        if (Server is not { } server)
        {
            return new FileInfo(Path.Combine(folder, LogFile)).Length;
        }

        using var connection = new NpgsqlConnection(DatabaseOf(server, folder));
        connection.Open();
        using var size = new NpgsqlCommand("SELECT pg_total_relation_size('twin_batch')", connection);
        return Convert.ToInt64(size.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string DatabaseOf(string server, string folder)
    {
        var name = Path.GetFileName(folder);
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (find.ExecuteScalar() is null)
        {
#pragma warning disable CA2100 // The name of a temporary folder of ours; a name cannot be a parameter.
            using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
#pragma warning restore CA2100
            create.ExecuteNonQuery();
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
