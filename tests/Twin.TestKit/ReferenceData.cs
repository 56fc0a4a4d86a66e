using Xunit;

namespace Twin.TestKit;

/// <summary>
/// The files that facts are checked against. They may not be given away with the product, so they lie beside the
/// repository and not in it; a test that needs one is skipped where they are missing, and fails instead of being
/// skipped where <see cref="RequireAllVariable"/> is <c>1</c>. Safe for any number of threads.
/// </summary>
public static class ReferenceData
{
    /// <summary>The environment variable that turns a skipped test into a failed one.</summary>
    public const string RequireAllVariable = "TWIN_REQUIRE_ALL";

    private const string Folder = "../shared/data";

    /// <summary>The root of the repository: the folder of the solution above the test's assembly.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The folder of a dataset of the repository, such as <c>hai-phong</c>.</summary>
    public static string DatasetFolder(string id) => Path.Combine(RepositoryRoot, "geo-data", "datasets", id);

    /// <summary>
    /// The full path of a file such as <c>targets.csv</c> or <c>reference/codes/…</c>; skips or fails the test where
    /// it is missing. Only for tests marked <c>SkippableFact</c> or <c>SkippableTheory</c>.
    /// </summary>
    public static string Require(string relativePath)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot, Folder, relativePath));
        var isMissing = !File.Exists(path);
        if (isMissing && string.Equals(
            Environment.GetEnvironmentVariable(RequireAllVariable), "1", StringComparison.Ordinal))
        {
            Assert.Fail($"{relativePath} is missing and {RequireAllVariable} is 1.");
        }

        Skip.If(isMissing, $"{relativePath} is missing.");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Twin.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Twin.sln above {AppContext.BaseDirectory}.");
    }
}
