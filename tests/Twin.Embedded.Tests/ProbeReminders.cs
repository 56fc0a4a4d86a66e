using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Twin.Embedded.Reminders;

namespace Twin.Embedded.Tests;

/// <summary>Keeps reminders for as long as the object lives, over any number of hosts.</summary>
internal sealed class ProbeReminders(Probe probe) : IReminderStore
{
    private readonly ConcurrentDictionary<(string, string, string), StoredReminder> _reminders = [];
    private int _failures;

    /// <summary>How many of the next reads fail.</summary>
    public void FailReads(int times) => _failures = times;

    public async IAsyncEnumerable<StoredReminder> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            probe.Write("reading reminders failed");
            throw new IOException("The disk is gone.");
        }

        foreach (var reminder in _reminders.Values)
        {
            yield return reminder;
        }
    }

    public Task WriteAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        _reminders[(reminder.GrainType, reminder.GrainKey, reminder.Name)] = reminder;
        probe.Write(reminder.LastTick is null ? $"kept {reminder.Name}" : $"noted {reminder.Name}");
        return Task.CompletedTask;
    }

    public Task RemoveAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        _reminders.TryRemove((reminder.GrainType, reminder.GrainKey, reminder.Name), out _);
        return Task.CompletedTask;
    }
}
