using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Api.Json;

/// <summary>Writes an instant as RFC 3339 in UTC, with <c>Z</c> and whole milliseconds.</summary>
internal sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    // Up to the milliseconds of what the round-trip format writes.
    private const int UntilMilliseconds = 23;

    /// <summary>Writes an instant.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[28];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[UntilMilliseconds] = (byte)'Z';
        writer.WriteStringValue(text[..(UntilMilliseconds + 1)]);
    }

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        Write(writer, value);
}
