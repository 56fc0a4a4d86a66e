using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps the states of grains. Safe for any number of threads.</summary>
[SuppressMessage("Usage", "MA0040", Justification = "For storages of before the tokens, as in Orleans.")]
public interface IGrainStorage
{
    /// <summary>Fills the state with what is stored, or with a new one when nothing is.</summary>
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ReadStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task ReadStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ReadStateAsync(stateName, grainId, grainState);

    /// <summary>Writes the state and sets its version.</summary>
    /// <exception cref="InconsistentStateException">Another version than the state's is stored.</exception>
    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="WriteStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        WriteStateAsync(stateName, grainId, grainState);

    /// <summary>Removes the state, and makes it a new one.</summary>
    /// <exception cref="InconsistentStateException">Another version than the state's is stored.</exception>
    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    /// <inheritdoc cref="ClearStateAsync{T}(string, GrainId, IGrainState{T})"/>
    Task ClearStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        ClearStateAsync(stateName, grainId, grainState);
}
