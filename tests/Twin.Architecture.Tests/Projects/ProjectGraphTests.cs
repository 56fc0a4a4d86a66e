namespace Twin.Architecture.Tests.Projects;

/// <summary>Who may import whom; tests may import anything.</summary>
public sealed class ProjectGraphTests
{
    private const string Embedded = "'$(GrainRuntime)' == 'Embedded'";
    private const string Orleans = "'$(GrainRuntime)' == 'Orleans'";
    private const string OrleansPrefix = "Microsoft.Orleans.";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Twin.Model"] = [],
        ["Twin.Embedded"] = [],
        ["Twin.Grains"] = ["Twin.Model", "Twin.Embedded"],
        ["Twin.Geo"] = ["Twin.Model"],
        ["Twin.Storage"] = ["Twin.Model"],
        ["Twin.Api"] = ["Twin.Model", "Twin.Grains", "Twin.Geo"],
        ["Twin.Silo"] = ["Twin.Model", "Twin.Grains", "Twin.Geo", "Twin.Storage", "Twin.Api", "Twin.Embedded"],
    };

    // Twin.Grains: the programming model. Twin.Silo: all that makes a silo of it. ADR 0001 and 0017.
    private static readonly Dictionary<string, string[]> OfOrleans = new(StringComparer.Ordinal)
    {
        ["Twin.Grains"] = ["Sdk", "Runtime", "Reminders"],
        ["Twin.Silo"] =
            ["Sdk", "Server", "Clustering.AdoNet", "Persistence.AdoNet", "Reminders.AdoNet", "Dashboard"],
    };

    public static TheoryData<string, string, int> Samples => new()
    {
        { "grains/Twin.Grains/Twin.Grains.csproj", Project("../Twin.Model/Twin.Model.csproj"), 0 },
        { "grains/Twin.Model/Twin.Model.csproj", Project("../Twin.Grains/Twin.Grains.csproj"), 1 },
        { "api/Twin.Api/Twin.Api.csproj", Project("../../silo/Twin.Silo/Twin.Silo.csproj"), 1 },
        { "api/Twin.Api/Twin.Api.csproj", Project("../../silo/Twin.Storage/Twin.Storage.csproj"), 1 },
        { "api/Twin.Other/Twin.Other.csproj", "<Project />", 1 },
        { "tests/Twin.Api.Tests/Twin.Api.Tests.csproj", Project("../../silo/Twin.Silo/Twin.Silo.csproj"), 0 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Project("Twin.Embedded.csproj", Embedded), 0 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Project("Twin.Embedded.csproj", Orleans), 1 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Project("..\\..\\silo\\Twin.Embedded\\Twin.Embedded.csproj"), 1 },
        { "grains/Twin.Model/Twin.Model.csproj", Package("NodaTime"), 1 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Package("Microsoft.Orleans.Sdk"), 1 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Package("Microsoft.Orleans.Sdk", Orleans), 0 },
        { "api/Twin.Api/Twin.Api.csproj", Package("Microsoft.Orleans.Sdk", Orleans), 1 },
        { "grains/Twin.Grains/Twin.Grains.csproj", Package("Microsoft.Orleans.Dashboard", Orleans), 1 },
        { "silo/Twin.Silo/Twin.Silo.csproj", Package("Microsoft.Orleans.Dashboard", Orleans), 0 },
        { "silo/Twin.Silo/Twin.Silo.csproj", Package("Microsoft.Orleans.Dashboard"), 1 },
        { "silo/Twin.Silo/Twin.Silo.csproj", Package("Microsoft.Orleans.TestingHost", Orleans), 1 },
        { "silo/Twin.Silo/Twin.Silo.csproj", Package("NetTopologySuite"), 1 },
        { "geo-data/Twin.Geo/Twin.Geo.csproj", Package("NetTopologySuite"), 0 },
        { "geo-data/Twin.Geo/Twin.Geo.csproj", Friend("Twin.Geo.Tests"), 0 },
        { "geo-data/Twin.Geo/Twin.Geo.csproj", Friend("Twin.Api"), 1 },
    };

    [Fact]
    public void Projects_import_only_what_is_drawn() => Repository.AssertNone(ProjectFile.All.SelectMany(Findings));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_reference_that_is_not_drawn_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, Findings(ProjectFile.Parse(path, text)).Count());

    [Fact]
    public void Every_project_that_is_drawn_exists() =>
        Assert.Empty(Allowed.Keys.Except(ProjectFile.All.Select(p => p.Name), StringComparer.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("Twin.sln").Replace('\\', '/');

        Repository.AssertNone(Repository.WithExtension(".csproj").Select(f => f.Path)
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Grains_compile_against_either_runtime()
    {
        var grains = ProjectFile.All.Single(p => string.Equals(p.Name, "Twin.Grains", StringComparison.Ordinal));

        Assert.Contains(new Reference("Twin.Embedded", Embedded), grains.Projects);
        Assert.Contains(new Reference("Microsoft.Orleans.Sdk", Orleans), grains.Packages);
    }

    private static IEnumerable<string> Findings(ProjectFile project)
    {
        if (!project.IsProduct)
        {
            return [];
        }

        return Allowed.TryGetValue(project.Name, out var allowed)
            ? ProjectFindings(project, allowed).Concat(PackageFindings(project)).Concat(FriendFindings(project))
            : [$"{project.Name} is a project that nobody drew"];
    }

    private static IEnumerable<string> ProjectFindings(ProjectFile project, string[] allowed)
    {
        foreach (var reference in project.Projects)
        {
            var expected = reference.Name.EndsWith(".Embedded", StringComparison.Ordinal) ? Embedded : null;
            if (!allowed.Contains(reference.Name, StringComparer.Ordinal))
            {
                yield return $"{project.Name} may not import {reference.Name}";
            }
            else if (!string.Equals(reference.Condition, expected, StringComparison.Ordinal))
            {
                yield return $"{project.Name} imports {reference.Name} if {reference.Condition ?? "always"}";
            }
        }
    }

    private static IEnumerable<string> PackageFindings(ProjectFile project) =>
        from reference in project.Packages
        where !IsAllowed(project.Name, reference)
        select $"{project.Name} may not reference {reference.Name} if {reference.Condition ?? "always"}";

    private static bool IsAllowed(string project, Reference package) => package.Name switch
    {
        _ when project is "Twin.Model" or "Twin.Embedded" => false, // The base class library and the shared framework.
        _ when package.Name.StartsWith(OrleansPrefix, StringComparison.Ordinal) =>
            OfOrleans.TryGetValue(project, out var names)
            && names.Contains(package.Name[OrleansPrefix.Length..], StringComparer.Ordinal)
            && string.Equals(package.Condition, Orleans, StringComparison.Ordinal),
        "NetTopologySuite" or "ProjNET" => project is "Twin.Geo" or "Twin.Api",
        "Microsoft.Data.Sqlite" => project is "Twin.Storage" or "Twin.Geo", // GeoPackage: ADR 0044.
        "Npgsql" => project is "Twin.Storage",
        _ => project is not "Twin.Grains",
    };

    private static IEnumerable<string> FriendFindings(ProjectFile project) =>
        from friend in project.Friends
        where !string.Equals(friend, project.Name + ".Tests", StringComparison.Ordinal)
            && (project.Name, friend) is not ("Twin.Embedded", "Twin.Simulation.Tests") // ADR 0011.
        select $"{project.Name} opens its internals to {friend}";

    private static string Project(string include, string? condition = null) =>
        $"<Project><ItemGroup{On(condition)}><ProjectReference Include=\"{include}\" /></ItemGroup></Project>";

    private static string Package(string include, string? condition = null) =>
        $"<Project><ItemGroup{On(condition)}><PackageReference Include=\"{include}\" /></ItemGroup></Project>";

    private static string Friend(string include) =>
        $"<Project><ItemGroup><InternalsVisibleTo Include=\"{include}\" /></ItemGroup></Project>";

    private static string On(string? condition) => condition is null ? string.Empty : $" Condition=\"{condition}\"";
}
