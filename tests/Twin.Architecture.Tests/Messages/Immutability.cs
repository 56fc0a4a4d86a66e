using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Twin.Architecture.Tests.Messages;

/// <summary>Finds what could change inside a type, all the way down.</summary>
internal static class Immutability
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(decimal), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(Uri), typeof(CancellationToken), typeof(void),
    ];

    private static readonly HashSet<Type> ReadOnlyCollections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableDictionary<,>), typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>), typeof(ReadOnlyMemory<>), typeof(Nullable<>),
    ];

    private static readonly HashSet<Type> Waiting = [typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    /// <summary>The members, as paths from the type, through which it could be changed.</summary>
    public static IEnumerable<string> Findings(Type type) => Findings(type, type.Name, []);

    private static IEnumerable<string> Findings(Type type, string path, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(Task) || type == typeof(ValueTask) || Plain.Contains(type)
            || !seen.Add(type))
        {
            return [];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (ReadOnlyCollections.Contains(generic) || Waiting.Contains(generic)))
        {
            return type.GetGenericArguments().SelectMany(a => Findings(a, $"{path}<{a.Name}>", seen));
        }

        if (type.IsArray || type.IsInterface || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return [$"{path} is a {type.Name}"];
        }

        return OfMembers(type, path, seen);
    }

    private static IEnumerable<string> OfMembers(Type type, string path, HashSet<Type> seen)
    {
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var property in type.GetProperties(Members).Where(p => p.SetMethod is { } set && !IsInit(set)))
        {
            yield return $"{path}.{property.Name} can be set";
        }

        foreach (var field in type.GetFields(Members))
        {
            // The field behind a property is called <Property>k__BackingField.
            var name = field.Name.Trim('<').Split('>')[0];
            // The field behind an init property is not read-only itself.
            if (!field.IsInitOnly && !field.IsDefined(typeof(CompilerGeneratedAttribute), false))
            {
                yield return $"{path}.{name} is a field that can be set";
            }

            foreach (var finding in Findings(field.FieldType, $"{path}.{name}", seen))
            {
                yield return finding;
            }
        }
    }

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
