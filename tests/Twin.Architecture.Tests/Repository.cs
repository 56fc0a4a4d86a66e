using System.Runtime.CompilerServices;

namespace Twin.Architecture.Tests;

/// <summary>The files of the repository, without what builds leave behind.</summary>
internal static class Repository
{
    private static readonly HashSet<string> LeftBehind = new(StringComparer.Ordinal)
    {
        ".git", "bin", "obj", "node_modules", "wwwroot", "data", "TestResults", "BenchmarkDotNet.Artifacts", ".vs",
        ".idea",
    };

    /// <summary>The root: the folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file, in order.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Walk(Root).Order(StringComparer.Ordinal).Select(path => new SourceFile(Relative(path), path))];

    /// <summary>What stands in the root itself, without what builds leave behind.</summary>
    public static IEnumerable<string> RootEntries() =>
        Directory.EnumerateFileSystemEntries(Root).Select(e => Path.GetFileName(e)).Where(e => !LeftBehind.Contains(e));

    /// <summary>The files whose names end so.</summary>
    public static IEnumerable<SourceFile> WithExtension(params string[] extensions) =>
        Files.Where(f => extensions.Any(e => f.Path.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>The text of one file, by its path from the root.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Fails with one line for each finding.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all.Take(50)));
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(d => !LeftBehind.Contains(Path.GetFileName(d)))
                .SelectMany(Walk));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Twin.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No solution stands above {here}.");
    }
}
