using System.Globalization;
using System.Text;

namespace Twin.Architecture.Tests.Docs;

/// <summary>The index of decision records is made from their titles.</summary>
public sealed class RecordIndexTests
{
    private const string IndexPath = "docs/adr/README.md";

    private const string Head =
        """
        # Decisions

        One page each; accepted ones are superseded, not edited. A new one takes the next number and the form of the
        others: status, date, context, options, decision, consequences, and what would make us revisit. Then
        `TWIN_REWRITE_PAGES=1 dotnet test tests/Twin.Architecture.Tests` writes this page.

        | Number | Decision |
        | --- | --- |
        """;

    private static IReadOnlyList<(string File, string Text)> Records =>
    [
        .. Repository.WithExtension(".md")
            .Where(f => f.Path.StartsWith("docs/adr/", StringComparison.Ordinal) && f.Path is not IndexPath)
            .Select(f => (Path.GetFileName(f.Path), f.Read())),
    ];

    [Fact]
    public void The_index_lists_every_record()
    {
        var expected = Index(Records);
        if (Environment.GetEnvironmentVariable("TWIN_REWRITE_PAGES") is "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, IndexPath), expected);
        }

        Assert.Equal(expected, Repository.Text(IndexPath));
    }

    [Fact]
    public void Every_record_has_a_number_of_its_own_and_shows_it_in_its_title()
    {
        Assert.NotEmpty(Records);
        Repository.AssertNone(Records.SelectMany(r => Findings(r.File, r.Text)));
        Assert.Equal(Records.Count, Records.DistinctBy(r => r.File[..4], StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("0001-do-it.md", "# 0001: Do it\n", 0)]
    [InlineData("0001-do-it.md", "# 0002: Do it\n", 1)]
    [InlineData("0001-do-it.md", "# Do it\n", 1)]
    [InlineData("do-it.md", "# 0001: Do it\n", 1)]
    public void A_record_with_another_number_is_found(string file, string text, int findings) =>
        Assert.Equal(findings, Findings(file, text).Count());

    [Fact]
    public void The_index_links_each_title() => Assert.EndsWith(
        "\n| 0001 | [Do it](0001-do-it.md) |\n",
        Index([("0001-do-it.md", "# 0001: Do it\n\ntext")]),
        StringComparison.Ordinal);

    private static string Index(IEnumerable<(string File, string Text)> records)
    {
        var index = new StringBuilder(Head).Append('\n');
        foreach (var (file, text) in records.OrderBy(r => r.File, StringComparer.Ordinal))
        {
            var title = text.Split('\n')[0];
            var name = title[(title.IndexOf(':', StringComparison.Ordinal) + 2)..];
            index.Append(CultureInfo.InvariantCulture, $"| {file[..4]} | [{name}]({file}) |\n");
        }

        return index.ToString();
    }

    private static IEnumerable<string> Findings(string file, string text) =>
        file.Length > 4 && text.StartsWith($"# {file[..4]}: ", StringComparison.Ordinal)
            ? []
            : [$"{file} does not start with its number in its title"];
}
