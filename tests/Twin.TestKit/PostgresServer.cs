using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Twin.TestKit;

/// <summary>
/// A throwaway PostgreSQL server on a free loopback port, for the tests of one collection. Where PostgreSQL is not
/// installed its tests skip, or fail where <see cref="ReferenceData.RequireAllVariable"/> is <c>1</c>. PostgreSQL
/// refuses to run as root, so root starts it as the user that its package makes.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private const string User = "postgres";
    private const string Missing = "PostgreSQL 15 is missing: apt-get install postgresql-15";

    private readonly int _port = FreePort();
    private string? _folder;
    private int _databases;

    /// <summary>Skips or fails the test where there is no server. Only for skippable tests.</summary>
    public void Require()
    {
        var isRequired = string.Equals(
            Environment.GetEnvironmentVariable(ReferenceData.RequireAllVariable), "1", StringComparison.Ordinal);
        Assert.False(_folder is null && isRequired, Missing);
        Skip.If(_folder is null, Missing);
    }

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        Require();
        var name = string.Create(CultureInfo.InvariantCulture, $"twin{Interlocked.Increment(ref _databases)}");
        await RunAsync("createdb", "-h", "127.0.0.1", "-p", Port, "-U", User, name);
        return $"Host=127.0.0.1;Port={Port};Username={User};Database={name}";
    }

    /// <summary>Ends every process of the server at once, as a power cut would.</summary>
    public Task CrashAsync() => RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again; it recovers from its log before this returns.</summary>
    public Task StartAsync() => RunAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder!, "log"), "start");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Path.Combine(Programs, "initdb")))
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("twin-postgres-").FullName;
        if (IsRoot)
        {
            await RunToEndAsync("chown", [User, _folder]);
        }

        await RunAsync("initdb", "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            port = {Port}
            unix_socket_directories = ''
            max_connections = 60
            shared_buffers = 32MB
            """);
        await StartAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_folder is not null)
        {
            await CrashAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    private string Port => _port.ToString(CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder!, "data"); // Only after Require or the start.

    private static Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        return IsRoot
            ? RunToEndAsync("runuser", ["-u", User, "--", path, .. arguments])
            : RunToEndAsync(path, arguments);
    }

    // Its output goes nowhere: a server that stays would hold a pipe open.
    private static async Task RunToEndAsync(string program, string[] arguments)
    {
        string[] quietly = ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", quietly)
        {
            WorkingDirectory = Path.GetTempPath(), // One that the other user may enter.
        })!; // A new process, never one that is reused.
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, FormattableString.Invariant(
            $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
