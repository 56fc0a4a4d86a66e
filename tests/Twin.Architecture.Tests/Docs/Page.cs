using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Docs;

/// <summary>A page of Markdown, apart from its code.</summary>
internal static partial class Page
{
    /// <summary>The page without fenced and indented code and without code spans.</summary>
    public static string Prose(string text)
    {
        var lines = new List<string>();
        var isCode = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode && !line.StartsWith("    ", StringComparison.Ordinal))
            {
                lines.Add(CodeSpan().Replace(line, string.Empty));
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Where the page's links and pictures lead.</summary>
    public static IEnumerable<string> Links(string text) =>
        Link().Matches(Prose(text)).Select(m => m.Groups["to"].Value);

    /// <summary>The titles: headings of the first level.</summary>
    public static int Titles(string text) => Title().Count(Prose(text));

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public static IEnumerable<string> Anchors(string text) => Heading().Matches(FencesOut(text)).Select(m =>
        NoAnchor().Replace(m.Groups["text"].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    private static string FencesOut(string text) => Fence().Replace(text, string.Empty);

    [GeneratedRegex("`[^`]*`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(
        @"\[[^\]]*\]\((?<to>[^)\s]+)\)|^\[[^\]]+\]:\s+(?<to>\S+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^# \S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoAnchor();
}
