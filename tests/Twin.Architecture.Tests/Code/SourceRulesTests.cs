using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Code;

/// <summary>
/// What no source may hold. Samples are put together from parts, so that this file passes its own rules.
/// </summary>
public sealed partial class SourceRulesTests
{
    private const string Later = "TO" + "DO";
    private const string Condition = "#" + "if";
    private const string Region = "#" + "region";
    private const string Machine = "/" + "work";
    private const string Temporary = "/" + "tmp";
    private const string Sibling = "../" + "shared";

    private static readonly string[] Text =
        [".cs", ".csproj", ".props", ".targets", ".md", ".json", ".ts", ".css", ".html", ".csv", ".sln", ".sql"];

    public static TheoryData<string, string, int> Samples => new()
    {
        { "a.cs", "var x = 1;", 0 },
        { "a.cs", Condition + " DEBUG", 1 },
        { "a.cs", "    " + Condition + " DEBUG", 1 },
        { "a.cs", "// " + Condition + " one wanted to", 0 },
        { "a.cs", Region + " A", 1 },
        { "a.cs", "// " + Later + ": later", 1 },
        { "a.md", "- " + Later, 1 },
        { "a.cs", "/* FIX" + "ME */", 1 },
        { "a.cs", "// Todos os dias", 0 },
        { "a.md", "Open `" + Machine + "/main`.", 1 },
        { "a.json", "\"" + Temporary + "/x\"", 1 },
        { "a.cs", "Path.Combine(\"" + Temporary + "\")", 1 },
        { "a.md", "https://example.org" + Machine + "/plans", 0 },
        { "a.md", "/workers" + Machine + "er", 0 },
        { "grains/a.cs", "\"" + Sibling + "/data\"", 1 },
        { "tests/a.cs", "\"" + Sibling + "/data\"", 0 },
        { "docs/a.md", "`" + Sibling + "/data`", 1 },
    };

    [Fact]
    public void Sources_hold_no_conditional_code_no_promises_and_no_paths_of_one_machine() =>
        Repository.AssertNone(Repository.WithExtension(Text)
            .Where(f => !f.Path.EndsWith("package-lock.json", StringComparison.Ordinal))
            .SelectMany(f => Findings(f.Path, f.Read())));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_bad_sample_is_found_and_a_good_one_is_not(string path, string text, int findings) =>
        Assert.Equal(findings, Findings(path, text).Count());

    private static IEnumerable<string> Findings(string path, string text)
    {
        var isCode = path.EndsWith(".cs", StringComparison.Ordinal);
        var isTest = path.StartsWith("tests/", StringComparison.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var finding = line switch
            {
                _ when isCode && Directive().IsMatch(line) => "a conditional or a region",
                _ when Promise().IsMatch(line) => "a promise: open an issue",
                _ when MachinePath().IsMatch(line) => "a path of one machine",
                _ when !isTest && line.Contains(Sibling, StringComparison.Ordinal) => "a path outside the repository",
                _ => null,
            };
            if (finding is not null)
            {
                yield return FormattableString.Invariant($"{path}:{number} holds {finding}");
            }
        }
    }

    [GeneratedRegex(@"^\s*#(if|elif|else|region)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Promise();

    [GeneratedRegex(@"(?<![\w./])/(work|tmp)(?![\w-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();
}
