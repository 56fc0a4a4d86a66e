using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Model.Maps;

/// <summary>Reads and writes payloads, with the code for it generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(MapPayload))]
internal sealed partial class MapJson : JsonSerializerContext;
