using System.Runtime.CompilerServices;
using System.Text.Json;
using Twin.Embedded.Reminders;
using Twin.Grains.Persistence;
using Twin.Model.States;

namespace Twin.Grains.Reminders;

/// <summary>Keeps the reminders of grains in the embedded host as states, one for each. Thread-safe.</summary>
internal sealed class StateReminderStore(IStateStore store) : IReminderStore
{
    private const string GrainType = "reminder";

    public async IAsyncEnumerable<StoredReminder> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (key, state) in store.ReadAllAsync(GrainType, GrainType, cancellationToken))
        {
            yield return JsonSerializer.Deserialize<StoredReminder>(state.Value.Span, StateJson.Options)
                ?? throw new StateStoreException($"The reminder {key} is empty.");
        }
    }

    public async Task WriteAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        var key = KeyOf(reminder);
        var value = JsonSerializer.SerializeToUtf8Bytes(reminder, StateJson.Options);
        while (true)
        {
            // The host writes a reminder's changes one after the other: the last one counts.
            var stored = await store.ReadAsync(key, cancellationToken);
            if (await store.WriteAsync(key, value, stored?.ETag, cancellationToken) is StateChange.Applied)
            {
                return;
            }
        }
    }

    public async Task RemoveAsync(StoredReminder reminder, CancellationToken cancellationToken) =>
        await store.ClearAsync(KeyOf(reminder), expectedETag: null, cancellationToken);

    // The grain type has no slash, and the length of the name tells where it ends.
    private static StateKey KeyOf(StoredReminder reminder) => new(
        GrainType,
        GrainType,
        FormattableString.Invariant(
            $"{reminder.GrainType}/{reminder.Name.Length}/{reminder.Name}/{reminder.GrainKey}"));
}
