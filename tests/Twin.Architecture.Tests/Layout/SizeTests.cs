using System.Globalization;

namespace Twin.Architecture.Tests.Layout;

/// <summary>Files that a reader finishes, lines that fit.</summary>
public sealed class SizeTests
{
    private const int MaxLines = 400;
    private const int MaxTestLines = 500;
    private const int MaxMapModuleLines = 300;
    private const int MaxColumns = 120;

    [Fact]
    public void Files_end_before_a_reader_tires()
    {
        var sources = Repository.WithExtension(".cs").Select(f => (f, Limit: f.IsTest ? MaxTestLines : MaxLines));
        var modules = Repository.WithExtension(".ts", ".tsx", ".js")
            .Where(f => f.Path.StartsWith("api/web/", StringComparison.Ordinal) && !IsGenerated(f))
            .Select(f => (f, Limit: MaxMapModuleLines));

        Repository.AssertNone(
            sources.Concat(modules).SelectMany(pair => TooLong(pair.f.Path, pair.f.Read(), pair.Limit)));
    }

    [Fact]
    public void Lines_of_code_and_of_pages_fit() => Repository.AssertNone(
        Repository.WithExtension(".cs", ".md").SelectMany(f => TooWide(f.Path, f.Read())));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void A_file_of_one_line_too_many_is_found(int lines, int findings) =>
        Assert.Equal(findings, TooLong("a.cs", string.Concat(Enumerable.Repeat("x\n", lines)), 3).Count());

    [Theory]
    [InlineData("", MaxColumns, 0)]
    [InlineData("", MaxColumns + 1, 1)]
    [InlineData("| ", MaxColumns, 0)] // The row of a table cannot be wrapped.
    [InlineData("    [a]: https://", MaxColumns, 0)] // Nor can a link.
    public void A_line_of_one_column_too_many_is_found(string start, int columns, int findings) =>
        Assert.Equal(findings, TooWide("a.md", "short\n" + start + new string('x', columns) + "\nshort").Count());

    private static IEnumerable<string> TooLong(string path, string text, int limit)
    {
        var lines = text.TrimEnd('\n').Count(c => c == '\n') + 1;
        return lines > limit ? [$"{path} has {Text(lines)} lines, {Text(limit)} at most"] : [];
    }

    private static IEnumerable<string> TooWide(string path, string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var width = new StringInfo(line.TrimEnd('\r')).LengthInTextElements;
            if (width > MaxColumns && !CannotWrap(path, line))
            {
                yield return $"{path}:{Text(number)} has {Text(width)} columns";
            }
        }
    }

    private static bool CannotWrap(string path, string line) =>
        path.EndsWith(".md", StringComparison.Ordinal)
        && (line.StartsWith('|') || line.Contains("]: http", StringComparison.Ordinal));

    private static bool IsGenerated(SourceFile file) => file.Path.EndsWith(".d.ts", StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
