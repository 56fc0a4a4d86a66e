using System.Collections.Concurrent;

namespace Twin.Embedded.Tests;

/// <summary>
/// What tests and their grains share: named gates to wait at, and a journal of what happened in which order.
/// </summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _journal = new();

    public IReadOnlyList<string> Journal => [.. _journal];

    public void Write(string entry)
    {
        _journal.Enqueue(entry);
        Get(_signals, entry).TrySetResult();
    }

    /// <summary>Ends once the journal has the entry; fails a test that would hang.</summary>
    public Task WrittenAsync(string entry) => Get(_signals, entry).Task.SoonAsync();

    public Task GateAsync(string name) => Get(_gates, name).Task;

    public void Open(string name) => Get(_gates, name).TrySetResult();

    private static TaskCompletionSource Get(ConcurrentDictionary<string, TaskCompletionSource> all, string name) =>
        all.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
