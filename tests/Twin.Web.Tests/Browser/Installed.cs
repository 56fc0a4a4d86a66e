using Twin.TestKit;

namespace Twin.Web.Tests.Browser;

/// <summary>Programs that are not ours: a test that needs one is skipped where it is missing, and says so.</summary>
internal static class Installed
{
    private static readonly string[] Chromiums =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The path of a Chromium; <c>null</c> without one.</summary>
    public static string? Chromium { get; } = Chromiums.Select(Find).FirstOrDefault(path => path is not null);

    /// <summary>The path of npm; <c>null</c> without one.</summary>
    public static string? Npm { get; } = Find("npm");

    /// <summary>Skips the test without Chromium or a page to look at; fails it where nothing may skip.</summary>
    public static void RequireBrowser()
    {
        Require(Chromium, "Chromium is not installed (apt-get install chromium).");
        Require(Npm, "npm is not installed, so the page is not built.");
    }

    /// <summary>Skips the test without npm; fails it where nothing may skip.</summary>
    public static string RequireNpm()
    {
        Require(Npm, "npm is not installed.");
        return Npm!; // Required in the line above.
    }

    private static void Require(string? program, string missing)
    {
        var mayNotSkip = string.Equals(
            Environment.GetEnvironmentVariable(ReferenceData.RequireAllVariable), "1", StringComparison.Ordinal);
        Assert.False(program is null && mayNotSkip, missing);
        Skip.If(program is null, missing);
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
