using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Model.Plans.Cascades;

/// <summary>Reads and writes the payloads of cascades.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AssignedShares))]
internal sealed partial class CascadeJson : JsonSerializerContext;
