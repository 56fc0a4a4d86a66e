namespace Twin.Architecture.Tests.Layout;

/// <summary>The root is a closed list.</summary>
public sealed class RootTests
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "silo", "grains", "api", "geo-data", "tests", "docs",
        "Twin.sln", "README.md", "LICENSE", "Directory.Build.props", "Directory.Packages.props", "global.json",
        ".editorconfig", ".gitattributes", ".gitignore", ".ci", ".config",
    };

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal)
    {
        "docs/CONTRIBUTING.md", "docs/CHANGELOG.md", "docs/start.md", ".config/BannedSymbols.txt", ".ci/run", "LICENSE",
        "README.md", "docs/reference/conformance.md", "docs/reference/configuration.md", "docs/reference/glossary.md",
        "docs/reference/api.md", "docs/reference/datasets.md", "docs/adr/README.md",
    };

    [Fact]
    public void The_root_holds_only_what_it_should() => Repository.AssertNone(Strangers(Repository.RootEntries()));

    [Fact]
    public void A_stranger_in_the_root_is_found() =>
        Assert.Equal(["PLAN.md"], Strangers(["README.md", "PLAN.md", "docs"]), StringComparer.Ordinal);

    [Fact]
    public void Every_page_and_file_that_others_count_on_is_there() =>
        Repository.AssertNone(Needed.Except(Repository.Files.Select(f => f.Path), StringComparer.Ordinal));

    private static IEnumerable<string> Strangers(IEnumerable<string> entries) =>
        entries.Where(e => !Allowed.Contains(e));
}
