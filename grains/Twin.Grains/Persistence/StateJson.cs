using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Grains.Persistence;

/// <summary>
/// How states are written: members by their name in camel case, enumerations as numbers (append, never reorder), codes
/// and periods as their text. A member that a document lacks keeps its default; one that the type lacks is left out.
/// </summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Strict, where the defaults for the web would let a quoted number pass; and numbers that JSON has not.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new ParsableValueConverter() },
    };
}
