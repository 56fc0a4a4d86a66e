using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Projects;

/// <summary>Every package was chosen by a decision record, in an exact version, in one place.</summary>
public sealed partial class PackageTests
{
    private static readonly string[] Records =
        [.. Repository.WithExtension(".md").Select(f => f.Path).Where(p => RecordPath().IsMatch(p))];

    private static string Versions => Repository.Text("Directory.Packages.props");

    [Fact]
    public void Every_package_names_the_record_that_chose_it() => Repository.AssertNone(Findings(Versions, Records));

    [Theory]
    [InlineData("""<PackageVersion Include="A" Version="[1.0.0]" /><!-- ADR 0001 -->""", 0)]
    [InlineData("""<PackageVersion Include="A" Version="[1.0.0]" />""", 1)]
    [InlineData("""<PackageVersion Include="A" Version="[1.0.0]" /><!-- ADR 0099 -->""", 1)]
    [InlineData("""<PackageVersion Include="A" Version="1.0.0" /><!-- ADR 0001 -->""", 1)]
    [InlineData("""<PackageVersion Include="A" Version="[1.0.0,2.0.0)" /><!-- ADR 0001 -->""", 1)]
    [InlineData("""<PackageVersion Include="A" Version="[1.*]" /><!-- ADR 0001 -->""", 1)]
    public void A_package_without_record_or_exact_version_is_found(string line, int findings) =>
        Assert.Equal(findings, Findings(line, ["docs/adr/0001-host-grains.md"]).Count());

    [Fact]
    public void Project_files_state_no_versions() => Repository.AssertNone(
        Repository.WithExtension(".csproj").Where(f => OwnVersion().IsMatch(f.Read())).Select(f => f.Path));

    [Fact]
    public void Every_package_of_the_page_is_named_in_a_record_and_has_an_exact_version()
    {
        var manifest = Repository.Files.SingleOrDefault(
            f => string.Equals(f.Path, "api/web/package.json", StringComparison.Ordinal));
        Assert.NotNull(manifest);
        var text = string.Concat(Records.Select(Repository.Text));

        Repository.AssertNone(
            from section in (string[])["dependencies", "devDependencies"]
            from package in Section(manifest.Read(), section)
            where !text.Contains(package.Name, StringComparison.Ordinal) || !char.IsAsciiDigit(package.Version[0])
            select $"{package.Name} {package.Version} is in no record or has no exact version");
    }

    private static IEnumerable<(string Name, string Version)> Section(string manifest, string section)
    {
        using var document = JsonDocument.Parse(manifest);
        return document.RootElement.TryGetProperty(section, out var packages)
            ? [.. packages.EnumerateObject().Select(p => (p.Name, p.Value.GetString() ?? " "))]
            : [];
    }

    private static IEnumerable<string> Findings(string versions, IReadOnlyCollection<string> records) =>
        from line in versions.Split('\n')
        where line.Contains("<PackageVersion ", StringComparison.Ordinal)
        let match = Version().Match(line)
        where !match.Success || !records.Any(
            r => r.StartsWith($"docs/adr/{match.Groups["record"].Value}-", StringComparison.Ordinal))
        select line.Trim() + (match.Success ? ": there is no such record" : ": wants [exact version] and ADR number");

    [GeneratedRegex(
        """Version="\[[0-9A-Za-z.-]+\]" /><!-- ADR (?<record>\d{4}) -->""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"<PackageReference [^>]*Version=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnVersion();

    [GeneratedRegex(@"^docs/adr/\d{4}-", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecordPath();
}
