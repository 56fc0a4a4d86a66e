using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Reminders;

/// <summary>
/// Reminds grains: keeps the reminders of all in memory, each with its timer, over a store that outlives the process.
/// Thread-safe.
/// </summary>
internal sealed class ReminderService(EmbeddedGrainHost host) : IDisposable
{
    /// <summary>Time between two tries to read the reminders at the start.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private static readonly GrainInterface Remindable = ProxyEmitter.Emit(typeof(IRemindable));

    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainClass Class, string Key), Dictionary<string, Reminder>> _reminders = [];
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lazy<IReminderStore?> _store = new(() => host.Services.GetService<IReminderStore>());

    /// <summary>Begins to read what is kept. Who asks about reminders meanwhile waits for the end of it.</summary>
    public void Start()
    {
        if (_store.Value is { } store)
        {
            _ = LoadAsync(store);
        }
    }

    public void Dispose()
    {
        _stopped.Cancel();
        lock (_gate)
        {
            foreach (var reminder in _reminders.Values.SelectMany(ofGrain => ofGrain.Values))
            {
                reminder.End();
            }

            _reminders.Clear();
        }
    }

    /// <exception cref="ArgumentException">A name or time is not as it must be.</exception>
    public async Task<IGrainReminder> RegisterAsync(
        Activation activation, string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < host.Options.MinimumReminderPeriod)
        {
            throw new ArgumentException(
                $"Reminder {name} cannot have a period of {period}, which is less than the minimum of "
                + $"{host.Options.MinimumReminderPeriod}.",
                nameof(period));
        }

        var store = await StoreAsync();
        var stored = new StoredReminder(
            activation.Class.GrainType.ToString(), activation.Key, name, host.Time.GetUtcNow() + dueTime, period, null);
        var reminder = new Reminder(activation.Class, stored);
        await (Find(activation, name) ?? reminder).ChangeAsync(async () =>
        {
            await store.WriteAsync(stored, CancellationToken.None);
            Put(reminder);
        });
        return reminder;
    }

    /// <exception cref="ReminderException">It was changed since it was got, or is gone.</exception>
    public async Task UnregisterAsync(Activation activation, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var store = await StoreAsync();
        var current = Find(activation, reminder.ReminderName);
        if (current is null || current != reminder)
        {
            throw new ReminderException(
                $"Reminder {reminder.ReminderName} of {activation.GrainId} was changed since it was got, or is gone.");
        }

        await current.ChangeAsync(async () =>
        {
            await store.RemoveAsync(current.Stored, CancellationToken.None);
            Remove(current);
        });
    }

    public async Task<IGrainReminder?> GetAsync(Activation activation, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        await StoreAsync();
        return Find(activation, name);
    }

    public async Task<List<IGrainReminder>> GetAllAsync(Activation activation)
    {
        await StoreAsync();
        lock (_gate)
        {
            return _reminders.TryGetValue((activation.Class, activation.Key), out var ofGrain)
                ? [.. ofGrain.Values]
                : [];
        }
    }

    private async Task<IReminderStore> StoreAsync()
    {
        var store = _store.Value ?? throw new OrleansException(
            $"No {nameof(IReminderStore)} is registered, so no reminder can be kept.");
        await _loaded.Task.WaitAsync(_stopped.Token);
        return store;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the host: logged, and tried again.")]
    private async Task LoadAsync(IReminderStore store)
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                await foreach (var stored in store.ReadAllAsync(_stopped.Token))
                {
                    Load(stored);
                }

                _loaded.SetResult();
                return;
            }
            catch (Exception exception) when (!_stopped.IsCancellationRequested)
            {
                host.Log.FailedReminders(exception);
                await Task.Delay(Retry, host.Time, _stopped.Token);
            }
        }
    }

    private void Load(StoredReminder stored)
    {
        var grainClass = host.Classes.FirstOrDefault(one =>
            one.GrainType.ToString().Equals(stored.GrainType, StringComparison.Ordinal)
            && typeof(IRemindable).IsAssignableFrom(one.Type));
        if (grainClass is null)
        {
            host.Log.StrayReminder(stored.Name, stored.GrainType, stored.GrainKey);
            return;
        }

        Put(new Reminder(grainClass, stored));
    }

    private void Put(Reminder reminder)
    {
        lock (_gate)
        {
            var grain = (reminder.Class, reminder.Stored.GrainKey);
            if (!_reminders.TryGetValue(grain, out var ofGrain))
            {
                _reminders.Add(grain, ofGrain = new Dictionary<string, Reminder>(StringComparer.Ordinal));
            }

            if (ofGrain.TryGetValue(reminder.ReminderName, out var replaced))
            {
                replaced.End();
            }

            ofGrain[reminder.ReminderName] = reminder;
        }

        SetTimer(reminder);
    }

    private Reminder? Find(Activation activation, string name)
    {
        lock (_gate)
        {
            return _reminders.GetValueOrDefault((activation.Class, activation.Key))?.GetValueOrDefault(name);
        }
    }

    private void Remove(Reminder reminder)
    {
        lock (_gate)
        {
            reminder.End();
            var grain = (reminder.Class, reminder.Stored.GrainKey);
            if (_reminders.TryGetValue(grain, out var ofGrain)
                && ofGrain.Remove(reminder.ReminderName)
                && ofGrain.Count == 0)
            {
                _reminders.Remove(grain);
            }
        }
    }

    private void SetTimer(Reminder reminder) => reminder.Set(
        host.Time, ReminderClock.UntilNextTick(reminder.Stored, host.Time.GetUtcNow()), due => _ = OnDueAsync(due));

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the host: logged, and the next tick comes.")]
    private async Task OnDueAsync(Reminder reminder)
    {
        var now = host.Time.GetUtcNow();
        var stored = reminder.Stored;
        if (ReminderClock.UntilNextTick(stored, now) > TimeSpan.Zero)
        {
            // A timer cannot count as far as this reminder's tick, so it looks again.
            SetTimer(reminder);
            return;
        }

        try
        {
            var grain = (IRemindable)(object)Remindable.CreateReference(reminder.Class, stored.GrainKey);
            var status = new TickStatus(stored.FirstTick.UtcDateTime, stored.Period, now.UtcDateTime);
            await grain.ReceiveReminder(stored.Name, status);
        }
        catch (Exception exception)
        {
            host.Log.FailedReminder(exception, stored.Name, stored.GrainType, stored.GrainKey);
        }

        // Also after a failure, as in Orleans: the next tick is the next try.
        reminder.Stored = stored with { LastTick = now };
        if (reminder.IsOver || host.IsStopping)
        {
            return;
        }

        SetTimer(reminder);
        await reminder.ChangeAsync(() => KeepAsync(reminder));
    }

    // Lost with a crash, the tick comes once more after it: at least once, never less.
    [SuppressMessage("Design", "CA1031", Justification = "The edge of the host: logged, and kept with the next tick.")]
    private async Task KeepAsync(Reminder reminder)
    {
        try
        {
            if (!reminder.IsOver && _store.Value is { } store)
            {
                await store.WriteAsync(reminder.Stored, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            host.Log.FailedReminders(exception);
        }
    }
}
