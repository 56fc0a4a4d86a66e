using System.Text.RegularExpressions;

namespace Twin.Architecture.Tests.Code;

/// <summary>What project files cannot say: which libraries stay behind which wall.</summary>
public sealed partial class LayerTests
{
    private static readonly (string Folder, string[] Forbidden)[] Walls =
    [
        ("grains/Twin.Model/", ["Microsoft.", "System.IO", "System.Net", "Orleans", "NetTopologySuite", "Twin.Grains"]),
        ("grains/Twin.Grains/",
            ["Microsoft.AspNetCore", "Microsoft.Data", "System.IO", "System.Net", "NetTopologySuite"]),
        ("silo/Twin.Storage/", ["Orleans", "NetTopologySuite", "Microsoft.AspNetCore"]),
        ("silo/Twin.Embedded/", ["Twin.Model", "Twin.Grains", "NetTopologySuite", "Microsoft.AspNetCore"]),
        ("silo/Twin.Silo/", ["NetTopologySuite"]),
    ];

    [Fact]
    public void Libraries_stay_behind_their_walls() => Repository.AssertNone(
        Repository.WithExtension(".cs").SelectMany(f => Findings(f.Path, f.Read())));

    [Theory]
    [InlineData("grains/Twin.Model/A.cs", "using System.IO;", 1)]
    [InlineData("grains/Twin.Model/A.cs", "using System.Collections.Immutable;", 0)]
    [InlineData("grains/Twin.Model/A.cs", "global using Microsoft.Extensions.Logging;", 1)]
    [InlineData("grains/Twin.Grains/A.cs", "using static Microsoft.AspNetCore.Http.Results;", 1)]
    [InlineData("grains/Twin.Grains/A.cs", "using Files = System.IO.File;", 1)]
    [InlineData("grains/Twin.Grains/A.cs", "var text = System.IO.File.ReadAllText(path);", 1)]
    [InlineData("silo/Twin.Silo/A.cs", "using NetTopologySuite.Geometries;", 1)]
    [InlineData("api/Twin.Api/A.cs", "using NetTopologySuite.Geometries;", 0)]
    public void A_library_on_the_wrong_side_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, Findings(path, text).Count());

    private static IEnumerable<string> Findings(string path, string text) =>
        from wall in Walls
        where path.StartsWith(wall.Folder, StringComparison.Ordinal)
        from name in QualifiedName().Matches(text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)
        where wall.Forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal))
        select $"{path} uses {name}";

    // In a using directive, or spelled out in code; not in comments, which may point anywhere.
    [GeneratedRegex(
        @"^(?!\s*//)(global )?(using (static )?(\w+ = )?|.*?[\s(])"
        + @"(?<name>(System\.(IO|Net)|Microsoft|Orleans|NetTopologySuite|Twin)(\.\w+)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex QualifiedName();
}
