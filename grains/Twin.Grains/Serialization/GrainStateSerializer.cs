using System.Text.Json;
using Orleans.Storage;
using Twin.Grains.Persistence;

namespace Twin.Grains.Serialization;

/// <summary>Writes states for Orleans' own storage as the embedded runtime does: the same JSON.</summary>
public sealed class GrainStateSerializer : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, StateJson.Options));

    /// <inheritdoc/>
    public T Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return JsonSerializer.Deserialize<T>(input.ToMemory().Span, StateJson.Options)!; // A state is never null.
    }
}
