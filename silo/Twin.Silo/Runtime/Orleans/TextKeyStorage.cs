using System.Diagnostics.CodeAnalysis;
using Orleans.Storage;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// Passes states on to another storage under keys that are plainly text. Orleans' ADO.NET storage takes a key that
/// reads as a hexadecimal number for that number, so "1", "01" and "00001", a city and a commune by the codes of the
/// General Statistics Office, would have one row; and it leaves out whose grain's class the state is. Thread-safe.
/// </summary>
/// <param name="inner">Where the states are kept.</param>
internal sealed class TextKeyStorage(IGrainStorage inner) : IGrainStorage
{
    // In no grain type, and in no number.
    private const char Separator = '/';

    /// <summary>The key under which the state of a grain is kept.</summary>
    public static string KeyOf(string grainType, string key) => $"{grainType}{Separator}{key}";

    /// <summary>Takes such a key apart.</summary>
    public static bool TryRead(
        string text, [NotNullWhen(true)] out string? grainType, [NotNullWhen(true)] out string? key)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        (grainType, key) = at > 0 ? (text[..at], text[(at + 1)..]) : (null, null);
        return at > 0;
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ReadStateAsync(stateName, Renamed(grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.WriteStateAsync(stateName, Renamed(grainId), grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ClearStateAsync(stateName, Renamed(grainId), grainState);

    private static GrainId Renamed(GrainId grainId) => GrainId.Create(
        grainId.Type, KeyOf(grainId.Type.ToString() ?? string.Empty, grainId.Key.ToString() ?? string.Empty));
}
