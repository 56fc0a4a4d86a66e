using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Twin.Architecture.Tests.Configuration;

/// <summary>Makes the page of settings out of the options types.</summary>
internal static class ConfigurationPage
{
    private const int Columns = 120;

    private const string Head =
        """
        # Configuration

        It runs with no configuration at all. A setting is taken from the command line, else from the
        environment, else from `appsettings.json` beside the program, else it has its default. This page is made
        from the options types: change their documentation and run `TWIN_REWRITE_PAGES=1 dotnet test
        tests/Twin.Architecture.Tests`.

        In `appsettings.json` a section is an object; in the environment it is joined with two underscores, and
        case does not matter: `{"Api": {"MaxLineBytes": 4096}}` is `TWIN_API__MAXLINEBYTES=4096`. Durations are
        written `hours:minutes:seconds`. A value out of its bounds stops the start with a message that names it.
        """;

    /// <summary>The options types of some assemblies: the program's own first, then by name.</summary>
    public static IReadOnlyList<Type> OptionsTypes(params Assembly[] assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetExportedTypes())
            .Where(t => t is { IsClass: true, IsSealed: true, IsAbstract: false }
                && t.Name.EndsWith("Options", StringComparison.Ordinal)
                && t.Namespace?.StartsWith("Twin", StringComparison.Ordinal) == true
                && Settings(t).Any())
            .OrderBy(t => t.Name is not "TwinOptions").ThenBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>The page.</summary>
    public static string Render(IEnumerable<Type> types, Func<Assembly, XmlDocumentation> documentation)
    {
        var page = new StringBuilder(Head).Append('\n');
        foreach (var type in types)
        {
            var docs = documentation(type.Assembly);
            page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n");
            Wrap(page, $"{docs.Summary(type)} {Source(type)}", string.Empty);
            page.Append('\n');
            var defaults = Activator.CreateInstance(type);
            foreach (var setting in Settings(type))
            {
                var facts = Facts(type, setting, setting.GetValue(defaults));
                Wrap(page, $"- **{setting.Name}** ({facts}): {docs.Summary(setting)}", "  ");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<PropertyInfo> Settings(Type type) =>
        type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(
                typeof(System.Runtime.CompilerServices.IsExternalInit)));

    /// <summary>Where values come from: the root, a section, or nowhere but the code.</summary>
    private static string Source(Type type) => Section(type) switch
    {
        { Length: 0 } => "Set without a section.",
        { } section => $"Section `{section}`.",
        null => "Fixed by the program; no setting reaches them yet.",
    };

    private static string? Section(Type type) => type.Name is "TwinOptions"
        ? string.Empty
        : type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;

    private static string Facts(Type type, PropertyInfo setting, object? value)
    {
        var facts = new List<string>();
        if (Section(type) is { } section)
        {
            var prefix = section.Length == 0 ? string.Empty : section + "__";
            facts.Add($"`TWIN_{(prefix + setting.Name).ToUpperInvariant()}`");
        }

        facts.Add($"default {Text(value)}");
        if (setting.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            facts.Add($"from {Text(range.Minimum)} to {Text(range.Maximum)}");
        }

        if (setting.GetCustomAttribute<RegularExpressionAttribute>() is { } pattern)
        {
            facts.Add($"as `{pattern.Pattern}`");
        }

        return string.Join(", ", facts);
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        "" => "empty",
        bool flag => flag ? "`true`" : "`false`",
        string path when path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) =>
            $"`{Path.GetRelativePath(AppContext.BaseDirectory, path)}` beside the program",
        IFormattable formattable => $"`{formattable.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static void Wrap(StringBuilder page, string text, string indent)
    {
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Columns)
            {
                page.Append('\n').Append(indent);
                column = indent.Length;
            }
            else if (column > 0)
            {
                page.Append(' ');
                column++;
            }

            page.Append(word);
            column += word.Length;
        }

        page.Append('\n');
    }
}
