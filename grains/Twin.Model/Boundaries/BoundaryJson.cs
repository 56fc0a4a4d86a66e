using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Model.Boundaries;

/// <summary>Reads payloads, with the code for it generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(BoundaryPayload))]
internal sealed partial class BoundaryJson : JsonSerializerContext;
