using System.Collections.Frozen;
using System.Text.Json;

namespace Twin.Api.Json;

/// <summary>The words of an enumeration, as <see cref="CamelCaseEnumConverter{T}"/> writes them; made once.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().Distinct()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>The word.</summary>
    public static string Of(T value) => Words[value];
}
