using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Api.Json;

/// <summary>Writes an enumeration as the camelCase name of its member.</summary>
internal sealed class CamelCaseEnumConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
