using System.Diagnostics;
using Twin.Storage.CrashWriter;

namespace Twin.Storage.Tests.Support;

/// <summary>Runs the process that writes without end, and kills it.</summary>
internal static class KilledWriter
{
    /// <summary>
    /// Gives what it has said. The kill follows some acknowledgement; where in the next commits it falls, nobody knows.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RunAsync(int acknowledgements, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList = { "exec", typeof(NumberedBatch).Assembly.Location },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!; // A new process, never one that is reused.
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (--acknowledgements == 0)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        Assert.True(acknowledgements <= 0, "The writer ended by itself.");
        return said;
    }

    private static bool IsDotnet(string path) =>
        string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.Ordinal);
}
