using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Orleans.Storage;
using Twin.Model.States;

namespace Twin.Grains.Persistence;

/// <summary>Keeps states of grains as JSON documents in a store. Thread-safe.</summary>
internal sealed class StateGrainStorage(IStateStore store) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = KeyOf(stateName, grainId);
        var stored = await store.ReadAsync(key, cancellationToken);
        grainState.State = stored is null ? New<T>() : Parse<T>(key, stored);
        grainState.ETag = stored?.ETag;
        grainState.RecordExists = stored is not null;
    }

    public async Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = KeyOf(stateName, grainId);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(grainState.State, StateJson.Options);
        var change = await store.WriteAsync(key, bytes, grainState.ETag, cancellationToken);
        grainState.ETag = Applied(change, key, grainState.ETag).ETag;
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var key = KeyOf(stateName, grainId);
        var change = await store.ClearAsync(key, grainState.ETag, cancellationToken);
        grainState.ETag = Applied(change, key, grainState.ETag).ETag;
        grainState.RecordExists = false;
        grainState.State = New<T>();
    }

    private static StateKey KeyOf(string stateName, GrainId grainId) =>
        new(grainId.Type.ToString(), stateName, grainId.Key.ToString());

    private static T? Parse<T>(StateKey key, StoredState stored)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(stored.Value.Span, StateJson.Options);
        }
        catch (JsonException exception)
        {
            throw new StateStoreException(
                $"The state {key} of version {stored.ETag} is no {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    private static StateChange.Applied Applied(StateChange change, StateKey key, string? expectedETag) => change switch
    {
        StateChange.Applied applied => applied,
        StateChange.Conflict conflict => throw new InconsistentStateException(
            $"The state {key} has been changed by another activation.", conflict.StoredETag, expectedETag),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // As Orleans does: by the constructor without parameters, or, as for positional records, by none.
    private static T New<T>()
    {
        var hasConstructor = typeof(T).IsValueType || typeof(T).GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is not null;
        return hasConstructor
            ? Activator.CreateInstance<T>()
            : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
    }
}
