using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Grains.Persistence;

/// <summary>
/// Writes the model's values that have a text form, such as codes and periods, as that text, also as names of members.
/// They have no public constructor that JSON could use.
/// </summary>
internal sealed class ParsableValueConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && typeToConvert.Assembly == typeof(Twin.Model.Refusal).Assembly
        && typeToConvert.GetInterfaces().Any(one =>
            one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>));

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert));

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString() ?? string.Empty);

        private static T Parse(string? text)
        {
            // The default of a code is written as an empty text, which is no code.
            if (string.IsNullOrEmpty(text))
            {
                return default;
            }

            return T.TryParse(text, null, out var value)
                ? value
                : throw new JsonException($"'{text}' is no {typeof(T).Name}.");
        }
    }
}
