using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Model.Indicators;

namespace Twin.Model.Plans;

/// <summary>Writes the code of an indicator as its text.</summary>
internal sealed class IndicatorCodeJson : JsonConverter<IndicatorCode>
{
    public override IndicatorCode Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IndicatorCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("No code of an indicator.");

    public override void Write(Utf8JsonWriter writer, IndicatorCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
