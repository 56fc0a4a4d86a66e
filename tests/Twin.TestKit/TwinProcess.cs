using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Twin.TestKit;

/// <summary>
/// The real program in a process of its own, on a free loopback port, with a data folder of the test's.
/// </summary>
public sealed class TwinProcess : IAsyncDisposable
{
    // A busy machine takes a multiple of what a free one does.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private static readonly IReadOnlyDictionary<string, string> NoVariables =
        new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TwinProcess(Process process, Uri? url)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = url, Timeout = StartLimit };
    }

    /// <summary>Sends requests to it.</summary>
    public HttpClient Client { get; }

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the city and waits until it says that it is ready.</summary>
    public static Task<TwinProcess> StartCityAsync(string data, params string[] arguments) =>
        StartCityAsync(NoVariables, data, arguments);

    /// <summary>Starts the city in an environment of its own and waits until it says that it is ready.</summary>
    public static async Task<TwinProcess> StartCityAsync(
        IReadOnlyDictionary<string, string> environment, string data, params string[] arguments)
    {
        var url = new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort()}"));
        var twin = Start(url, ["--urls", url.OriginalString, "--data", data, .. arguments], environment);
        var exited = twin._process.WaitForExitAsync();
        if (await Task.WhenAny(twin._ready.Task, exited).WaitAsync(StartLimit, TimeProvider.System) == exited)
        {
            throw new InvalidOperationException($"The program ended instead of starting:\n{twin.Output}");
        }

        return twin;
    }

    /// <summary>Runs a command to its end; gives back its exit code and what it wrote.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        RunAsync(NoVariables, arguments);

    /// <summary>Runs a command to its end in an environment of its own.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var twin = Start(null, arguments, environment);
        await twin._process.WaitForExitAsync().WaitAsync(StartLimit, TimeProvider.System);
        return (twin._process.ExitCode, twin.Output);
    }

    /// <summary>Ends it at once, as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM) and waits; gives back its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{_process.Id}")]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(StopLimit, TimeProvider.System);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static TwinProcess Start(
        Uri? url, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Program(), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        var twin = new TwinProcess(process, url);
        process.OutputDataReceived += (_, line) => twin.Take(line.Data);
        process.ErrorDataReceived += (_, line) => twin.Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return twin;
    }

    /// <summary>The program as built with the tests: same configuration, same framework.</summary>
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory); // …/tests/Twin.X.Tests/bin/Debug/net10.0
        var root = own.Parent?.Parent?.Parent?.Parent?.Parent
            ?? throw new InvalidOperationException("The tests do not run from their build folder.");
        return Path.Combine(
            root.FullName, "silo", "Twin.Silo", "bin", own.Parent?.Name ?? "Debug", own.Name, "twin.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.StartsWith("Ready", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
