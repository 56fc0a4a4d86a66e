namespace Twin.Architecture.Tests.Docs;

/// <summary>Pages have one title, and their links lead somewhere.</summary>
public sealed class PageTests
{
    private const int MaxReadmeLines = 120;

    private static IEnumerable<SourceFile> Pages => Repository.WithExtension(".md").Where(
        f => f.Path.StartsWith("docs/", StringComparison.Ordinal) || f.Path is "README.md");

    [Fact]
    public void Every_page_has_one_title() => Repository.AssertNone(
        Pages.Where(f => Page.Titles(f.Read()) != 1).Select(f => f.Path));

    [Fact]
    public void No_link_is_dead() => Repository.AssertNone(
        Pages.SelectMany(f => DeadLinks(f.Path, f.Read(), File.Exists, Directory.Exists)));

    [Fact]
    public void The_readme_is_short_and_has_both_commands()
    {
        var readme = Repository.Text("README.md");

        Assert.InRange(readme.Count(c => c == '\n'), 1, MaxReadmeLines);
        Assert.Contains("dotnet run --project silo/Twin.Silo", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test Twin.sln", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_decision_record_has_the_same_parts() => Repository.AssertNone(
        from page in Pages
        where page.Path.StartsWith("docs/adr/0", StringComparison.Ordinal)
        let text = page.Read()
        from part in (string[])
            ["- Status: ", "- Date: ", "## Context", "## Options", "## Decision", "## Consequences", "## Revisit when"]
        where !text.Contains("\n" + part, StringComparison.Ordinal)
        select $"{page.Path} has no '{part}'");

    [Theory]
    [InlineData("# A\n\ntext", 1)]
    [InlineData("text", 0)]
    [InlineData("# A\n# B", 2)]
    [InlineData("# A\n```\n# a comment\n```", 1)]
    [InlineData("# A\n\n    # a comment", 1)]
    [InlineData("## A", 0)]
    public void Titles_are_counted_outside_code(string text, int titles) => Assert.Equal(titles, Page.Titles(text));

    [Theory]
    [InlineData("[a](start.md)", 0)]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("![a](gone.png)", 1)]
    [InlineData("[a](https://example.org/gone.md)", 0)]
    [InlineData("`[a](gone.md)`", 0)]
    [InlineData("[a](#here)\n\n## Here", 0)]
    [InlineData("[a](#gone)\n\n## Here", 1)]
    [InlineData("[a](../docs/start.md)", 0)]
    [InlineData("[a](/docs/start.md)", 1)] // Not on every forge the root of the repository.
    [InlineData("[a][b]\n\n[b]: gone.md", 1)]
    public void A_dead_link_is_found(string text, int findings)
    {
        bool Exists(string path) => path.Replace('\\', '/').EndsWith("/docs/start.md", StringComparison.Ordinal);

        Assert.Equal(findings, DeadLinks("docs/page.md", text, Exists, _ => false).Count());
    }

    [Fact]
    public void Anchors_are_those_of_the_forge() => Assert.Equal(
        ["what-it-shows", "đơn-vị-hành-chính", "w1-bulk-load"],
        Page.Anchors("# What it shows?\n## Đơn vị hành chính\n```\n# no\n```\n### W1: bulk load"),
        StringComparer.Ordinal);

    private static IEnumerable<string> DeadLinks(
        string path, string text, Func<string, bool> isFile, Func<string, bool> isFolder)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, path)) ?? Repository.Root;
        foreach (var link in Page.Links(text).Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            var parts = link.Split('#', 2);
            var isHere = parts[0].Length == 0;
            var isFromRoot = parts[0].StartsWith('/');
            var target = Path.GetFullPath(Path.Combine(folder, parts[0]));
            if (isFromRoot || (!isHere && !isFile(target) && !isFolder(target)))
            {
                yield return $"{path} links to {link}, which is not there";
            }
            else if (parts.Length == 2 && (isHere || target.EndsWith(".md", StringComparison.Ordinal))
                && !Page.Anchors(isHere ? text : File.ReadAllText(target)).Contains(parts[1], StringComparer.Ordinal))
            {
                yield return $"{path} links to {link}, and there is no such heading";
            }
        }
    }
}
