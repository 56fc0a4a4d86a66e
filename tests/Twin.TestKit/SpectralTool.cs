using System.Diagnostics;
using Xunit;

namespace Twin.TestKit;

/// <summary>
/// Spectral, which holds OpenAPI documents against rules; npx fetches it from the registry of npm. Where that is not
/// reachable its tests skip, or fail where <see cref="ReferenceData.RequireAllVariable"/> is <c>1</c>.
/// </summary>
public static class SpectralTool
{
    private const string Package = "@stoplight/spectral-cli@6.16.3";

    // The first run fetches some 70 MB.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    // Asked once: to start it takes seconds.
    private static readonly Lazy<Task<(int ExitCode, string Output)>> Version = new(() => TryRunAsync("--version"));

    /// <summary>Skips or fails the test where Spectral is not there. Only for skippable tests.</summary>
    public static async Task RequireAsync()
    {
        var (exitCode, output) = await Version.Value;
        var isRequired = string.Equals(
            Environment.GetEnvironmentVariable(ReferenceData.RequireAllVariable), "1", StringComparison.Ordinal);
        Assert.False(isRequired && exitCode != 0, $"Spectral is missing: {output}");
        Skip.If(exitCode != 0, $"Spectral is missing: {output}");
    }

    /// <summary>What Spectral says about a document: the lines of its errors.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string document, string ruleset)
    {
        var (exitCode, output) = await TryRunAsync(
            "lint", document, "--ruleset", ruleset, "--fail-severity", "error", "--display-only-failures",
            "--format", "text");
        var errors = output.Split('\n').Where(line => line.Contains(" error ", StringComparison.Ordinal)).ToArray();
        // It ends with 2 where it could not work at all: that is no clean document.
        Assert.True(exitCode == (errors.Length == 0 ? 0 : 1), output);
        return errors;
    }

    private static async Task<(int ExitCode, string Output)> TryRunAsync(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("npx", ["--yes", Package, .. arguments])
            {
                UseShellExecute = false,
                // It reads documents from there where it can.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new InvalidOperationException("npx did not start.");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var messages = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Limit, TimeProvider.System);
            return (process.ExitCode, $"{await output}{await messages}");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
