using System.Collections;
using System.Reflection;

namespace Twin.Grains.Tests.Hosts.Orleans.Crossing;

/// <summary>Finds where two values differ, looking into what they are made of.</summary>
internal static class Likeness
{
    /// <summary>The path to the first difference; <c>null</c> where there is none.</summary>
    public static string? Difference(object? sent, object? received, string path)
    {
        if (sent is null || received is null)
        {
            return ReferenceEquals(sent, received) ? null : $"{path}: {sent ?? "null"} became {received ?? "null"}";
        }

        if (sent is not string && sent is IEnumerable all && received is IEnumerable others)
        {
            return OfMany([.. all.Cast<object?>()], [.. others.Cast<object?>()], path);
        }

        if (sent.GetType() != received.GetType())
        {
            return $"{path}: a {sent.GetType().Name} became a {received.GetType().Name}";
        }

        if (Equals(sent, received))
        {
            return null;
        }

        var members = Members(sent.GetType());
        return members.Length == 0
            ? $"{path}: {sent} became {received}"
            : members
                .Select(one => Difference(one.GetValue(sent), one.GetValue(received), $"{path}.{one.Name}"))
                .FirstOrDefault(difference => difference is not null);
    }

    private static string? OfMany(object?[] sent, object?[] received, string path) => sent.Length != received.Length
        ? $"{path}: {sent.Length} became {received.Length}"
        : sent.Zip(received, (left, right) => Difference(left, right, path + "[]")).FirstOrDefault(d => d is not null);

    private static PropertyInfo[] Members(Type type)
    {
        var isOurs = type.FullName?.StartsWith("Twin.", StringComparison.Ordinal) == true;
        var all = isOurs ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance) : [];
        return [.. all.Where(property => property.GetIndexParameters().Length == 0)];
    }
}
