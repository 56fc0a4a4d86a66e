using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Twin.TestKit;

/// <summary>
/// The programs of GDAL, which read what the twin publishes as other people's programs do. Where they are not installed
/// their tests skip, or fail where <see cref="ReferenceData.RequireAllVariable"/> is <c>1</c>.
/// </summary>
public static partial class GdalTools
{
    private const string Missing = "GDAL is missing: apt-get install gdal-bin";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Skips or fails the test where GDAL is not there. Only for skippable tests.</summary>
    public static void Require()
    {
        var isMissing = !File.Exists("/usr/bin/ogrinfo");
        var isRequired = string.Equals(
            Environment.GetEnvironmentVariable(ReferenceData.RequireAllVariable), "1", StringComparison.Ordinal);
        Assert.False(isMissing && isRequired, Missing);
        Skip.If(isMissing, Missing);
    }

    /// <summary>Runs a program to its end and gives what it wrote, and what it said about its work.</summary>
    public static async Task<(string Output, string Messages)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CPL_DEBUG"] = "OAPIF,HTTP" },
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit, TimeProvider.System);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await messages}");
        return (await output, await messages);
    }

    /// <summary>How many features <c>ogrinfo</c> has counted.</summary>
    public static int CountIn(string output) => int.Parse(
        FeatureCount().Match(output).Groups["count"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("Feature Count: (?<count>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeatureCount();
}
