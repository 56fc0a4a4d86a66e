using System.Reflection;
using System.Text.RegularExpressions;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.TestKit;

namespace Twin.Api.Tests;

/// <summary>The page about the API says what the code does.</summary>
public sealed partial class PageOfTheApiTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(ReferenceData.RepositoryRoot, "docs", "reference", "api.md"));

    [Fact]
    public void Every_problem_code_is_listed_with_its_status_and_no_other()
    {
        var listed = Rows("## Problem codes").SelectMany(
            row => Codes(row[0]).Select(code => $"{code} {row[1].Trim()}"));

        var known = ProblemTable.Kinds.Select(kind => FormattableString.Invariant($"{kind.Code} {kind.Status}"));

        AssertSame(known, listed);
    }

    [Fact]
    public void Every_code_of_rows_is_listed()
    {
        var listed = Rows("### Codes of rows").SelectMany(row => Codes(row[0])).ToHashSet(StringComparer.Ordinal);

        var ours = typeof(RowCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Superset(ours.ToHashSet(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task Every_path_is_listed()
    {
        await using var app = await TwinApp.StartAsync();
        var document = await app.GetAsync("/openapi/v1.json");

        // The first cells of every table: parts of the API have a table of their own.
        var listed = string.Join(
            '\n', Page.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Split('|')[1]));
        var missing = document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Where(path => !path.StartsWith("/v1/units/{code}", StringComparison.Ordinal))
            .Select(path => LastParameter().Replace(path, string.Empty))
            .Where(path => !listed.Contains(path, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) => Assert.Equal(
        string.Join('\n', expected.Order(StringComparer.Ordinal)),
        string.Join('\n', actual.Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Codes(string cell) =>
        Code().Matches(cell).Select(match => match.Groups["code"].Value);

    /// <summary>The cells of the first table below a heading.</summary>
    private static IEnumerable<string[]> Rows(string heading) => Page[Page.IndexOf(heading, StringComparison.Ordinal)..]
        .Split('\n').SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))
        .Skip(2).Select(line => line.Trim('|').Split('|'));

    [GeneratedRegex("`(?<code>[a-z_]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("/\\{[a-z]+\\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastParameter();
}
