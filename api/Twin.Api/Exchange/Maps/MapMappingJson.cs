using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Api.Exchange.Maps;

/// <summary>Reads a mapping. A member that is not known is refused: a misspelt one would vanish silently.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MapMapping))]
internal sealed partial class MapMappingJson : JsonSerializerContext;
