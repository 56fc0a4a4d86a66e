using System.Xml.Linq;

namespace Twin.Architecture.Tests.Projects;

/// <summary>What a project file says of its references.</summary>
internal sealed record ProjectFile(
    string Name, IReadOnlyList<Reference> Projects, IReadOnlyList<Reference> Packages, IReadOnlyList<string> Friends)
{
    /// <summary>Whether it is one of the product's and not of the tests'.</summary>
    public bool IsProduct { get; private init; }

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Repository.WithExtension(".csproj").Select(f => Parse(f.Path, f.Read()))];

    /// <summary>Reads a project file.</summary>
    public static ProjectFile Parse(string path, string text)
    {
        var root = XDocument.Parse(text).Root!; // A document without a root does not parse.
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            [.. References(root, "ProjectReference", include => Path.GetFileNameWithoutExtension(include))],
            [.. References(root, "PackageReference", include => include)],
            [.. References(root, "InternalsVisibleTo", include => include).Select(r => r.Name)])
        {
            IsProduct = !path.StartsWith("tests/", StringComparison.Ordinal),
        };
    }

    private static IEnumerable<Reference> References(XElement root, string kind, Func<string, string> name) =>
        from element in root.Descendants(kind)
        let include = (string?)element.Attribute("Include")
        where include is not null
        select new Reference(
            name(include.Replace('\\', '/')),
            (string?)element.Attribute("Condition") ?? (string?)element.Parent?.Attribute("Condition"));
}
