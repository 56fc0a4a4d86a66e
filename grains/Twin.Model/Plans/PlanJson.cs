using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Model.Plans;

/// <summary>How plans stand in the city's journal, with the code for it generated at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(UnitCodeJson), typeof(IndicatorCodeJson)])]
[JsonSerializable(typeof(PlanPayload))]
public sealed partial class PlanJson : JsonSerializerContext;
