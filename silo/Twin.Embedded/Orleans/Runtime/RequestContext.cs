using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>
/// Values that travel with calls: a grain sees what its caller had set, and so do the grains that it calls. What it
/// sets itself its caller does not see.
/// </summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Values = new();

    /// <summary>The names that have a value.</summary>
    public static IEnumerable<string> Keys => Values.Value?.Keys ?? [];

    /// <summary>The names with their values.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Values.Value ?? [];

    /// <summary>
    /// All of it, or <see langword="null"/> where nothing is set. What is set must not change any more.
    /// </summary>
    internal static ImmutableDictionary<string, object>? Current
    {
        get => Values.Value;
        set => Values.Value = value;
    }

    /// <summary>The value of a name, or <see langword="null"/>.</summary>
    public static object? Get(string key) => Values.Value?.GetValueOrDefault(key);

    /// <summary>Gives a name a value. It is passed as it is and must be immutable, as messages are.</summary>
    public static void Set(string key, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var values = Values.Value ?? ImmutableDictionary.Create<string, object>(StringComparer.Ordinal);
        Values.Value = values.SetItem(key, value);
    }

    /// <summary>Takes a name's value away.</summary>
    /// <returns>Whether it had one.</returns>
    public static bool Remove(string key)
    {
        if (Values.Value is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        var left = values.Remove(key);
        Values.Value = left.IsEmpty ? null : left;
        return true;
    }

    /// <summary>Takes all values away.</summary>
    public static void Clear()
    {
        if (Values.Value is not null)
        {
            Values.Value = null;
        }
    }
}
