using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Twin.Architecture.Tests.Configuration;

/// <summary>What the compiler wrote of an assembly's documentation comments, as Markdown.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocumentation(XDocument document) => _members = document.Descendants("member")
        .ToDictionary(m => (string?)m.Attribute("name") ?? string.Empty, StringComparer.Ordinal);

    /// <summary>Reads the file beside an assembly.</summary>
    public static XmlDocumentation Of(Assembly assembly) =>
        new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    /// <summary>Reads the text of such a file.</summary>
    public static XmlDocumentation Parse(string text) => new(XDocument.Parse(text));

    /// <summary>The summary of a type.</summary>
    public string Summary(Type type) => Summary($"T:{type.FullName}");

    /// <summary>The summary of a property.</summary>
    public string Summary(PropertyInfo property) => Summary($"P:{property.DeclaringType?.FullName}.{property.Name}");

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement reference when reference.Attribute("cref") is { } cref => $"`{cref.Value.Split('.', ':')[^1]}`",
        XElement reference when reference.Attribute("langword") is { } word => $"`{word.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Markdown)),
        _ => string.Empty,
    };

    private string Summary(string member) =>
        _members.TryGetValue(member, out var found) && found.Element("summary") is { } summary
            ? Space().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim()
            : throw new InvalidOperationException($"{member} has no documentation.");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
