using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Model.Units;

namespace Twin.Model.Plans;

/// <summary>Writes the code of a unit as its text.</summary>
internal sealed class UnitCodeJson : JsonConverter<AdministrativeUnitCode>
{
    public override AdministrativeUnitCode Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AdministrativeUnitCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException("No code of a unit.");

    public override void Write(
        Utf8JsonWriter writer, AdministrativeUnitCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
