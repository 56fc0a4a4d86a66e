using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Docs;

/// <summary>Each tick of the conformance page names a test class that exists.</summary>
public sealed partial class ConformanceTests
{
    [Fact]
    public void Every_tick_names_a_test_that_exists() => Repository.AssertNone(
        Findings(Repository.Text("docs/reference/conformance.md"), [.. Repository.Files.Select(f => f.Path)]));

    [Theory]
    [InlineData("| A | b | ✓ | `Twin.X.Tests/GoodTests` |", 0)]
    [InlineData("| A | b | ✓ | `Twin.X.Tests/GoodTests`, `Twin.X.Tests/GoneTests` |", 1)]
    [InlineData("| A | b | ✓ | somewhere |", 1)]
    [InlineData("| A | b | – | |", 0)]
    public void A_tick_without_a_test_is_found(string row, int findings) =>
        Assert.Equal(findings, Findings(row, ["tests/Twin.X.Tests/Folder/GoodTests.cs"]).Count());

    private static IEnumerable<string> Findings(string page, IReadOnlyCollection<string> files) =>
        from row in page.Split('\n')
        where row.Contains("| ✓ |", StringComparison.Ordinal)
        let tests = TestClass().Matches(row)
        from finding in tests.Count == 0
            ? [$"{row} names no test"]
            : tests.Where(t => !files.Any(f => IsClass(f, t))).Select(t => $"there is no {t.Value}")
        select finding;

    private static bool IsClass(string file, Match test) =>
        file.StartsWith($"tests/{test.Groups["project"].Value}/", StringComparison.Ordinal)
        && file.EndsWith($"/{test.Groups["class"].Value}.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"`(?<project>Twin\.\w+\.Tests)/(?<class>\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestClass();
}
