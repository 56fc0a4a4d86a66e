using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Layout;

/// <summary>A namespace is the project and the folder; a file has one type.</summary>
public sealed partial class NamespaceTests
{
    [Fact]
    public void Namespaces_are_project_and_folder() => Repository.AssertNone(
        Repository.WithExtension(".cs").SelectMany(f => WrongNamespace(f.Path, f.Read())));

    [Fact]
    public void A_file_has_one_top_level_type() => Repository.AssertNone(
        Repository.WithExtension(".cs").SelectMany(f => TooManyTypes(f.Path, f.Read())));

    [Theory]
    [InlineData("grains/Twin.Model/Refusal.cs", "namespace Twin.Model;", 0)]
    [InlineData("grains/Twin.Model/Time/TimePeriod.cs", "using System;\n\nnamespace Twin.Model.Time;", 0)]
    [InlineData("grains/Twin.Model/Time/TimePeriod.cs", "namespace Twin.Model;", 1)]
    [InlineData("grains/Twin.Model/Refusal.cs", "namespace Twin.Model.Time;", 1)]
    [InlineData("grains/Twin.Model/Refusal.cs", "namespace Twin.Model\n{", 1)]
    [InlineData("grains/Twin.Model/Refusal.cs", "class Refusal;", 1)]
    [InlineData("silo/Twin.Silo/Program.cs", "return 0;", 0)]
    [InlineData("silo/Twin.Embedded/Orleans/Runtime/IGrainTimer.cs", "namespace Orleans.Runtime;", 0)]
    [InlineData("silo/Twin.Embedded/Timers/GrainTimer.cs", "namespace Orleans.Timers;", 1)]
    public void A_namespace_that_is_another_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, WrongNamespace(path, text).Count());

    [Theory]
    [InlineData("public sealed class A\n{\n    private sealed class B;\n}", 0)]
    [InlineData("internal static class A;\n\npublic readonly record struct B(int C);", 1)]
    [InlineData("public sealed record A(\n    int B);\npublic enum C", 1)]
    [InlineData("public delegate void A();\ninternal interface B;", 1)]
    [InlineData("/// class\npublic partial class A;", 0)]
    public void A_second_type_is_found(string text, int findings) =>
        Assert.Equal(findings, TooManyTypes("a.cs", text).Count());

    private static IEnumerable<string> WrongNamespace(string path, string text)
    {
        // area/Project/Folder/File.cs
        var parts = path.Split('/');
        var isProgram = string.Equals(parts[^1], "Program.cs", StringComparison.Ordinal);
        var declared = FileScoped().Match(text).Groups["name"].Value;
        if (parts.Length < 3 || (isProgram && declared.Length == 0))
        {
            yield break;
        }

        var isOrleans = path.StartsWith("silo/Twin.Embedded/Orleans/", StringComparison.Ordinal);
        var expected = string.Join('.', parts[(isOrleans ? 2 : 1)..^1]);
        if (!string.Equals(declared, expected, StringComparison.Ordinal))
        {
            yield return $"{path} declares '{declared}', not the file-scoped namespace {expected}";
        }
    }

    private static IEnumerable<string> TooManyTypes(string path, string text)
    {
        var types = TopLevelType().Count(text);
        return types > 1 ? [$"{path} has more than one top-level type"] : [];
    }

    [GeneratedRegex(@"^namespace (?<name>\S+);\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileScoped();

    [GeneratedRegex(
        "^(public|internal|file)( (static|sealed|abstract|readonly|partial|ref|unsafe))* "
        + "(class|record|struct|interface|enum|delegate) ",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex TopLevelType();
}
