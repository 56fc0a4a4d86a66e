using System.Diagnostics;
using System.IO.Compression;
using Twin.TestKit;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The page's own tests, and what it weighs.</summary>
public sealed class ScriptTests
{
    private const long BundleLimitBytes = 600_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task The_functions_of_the_page_pass_their_own_tests()
    {
        var start = new ProcessStartInfo(Installed.RequireNpm(), ["test", "--silent"])
        {
            WorkingDirectory = Path.Combine(ReferenceData.RepositoryRoot, "api", "web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start) ?? throw new InvalidOperationException("npm did not start.");
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync().WaitAsync(Limit, TimeProvider.System);

        Assert.True(npm.ExitCode == 0, await output + await errors);
    }

    [SkippableFact]
    public void It_weighs_less_than_its_budget_the_map_library_aside()
    {
        Installed.RequireNpm();
        var built = Path.Combine(ReferenceData.RepositoryRoot, "api", "Twin.Api", "wwwroot");
        var files = Directory.GetFiles(built, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("MapView-", StringComparison.Ordinal))
            .Where(file => !Path.GetFileName(file).StartsWith("maplibre-gl", StringComparison.Ordinal))
            .ToArray();

        var bytes = files.Sum(CompressedLength);

        Assert.NotEmpty(files);
        Assert.InRange(bytes, 1, BundleLimitBytes);
    }

    private static long CompressedLength(string file)
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return counted.Length;
    }
}
