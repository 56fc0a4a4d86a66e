using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>
/// Delivers to one subscriber, one after the other, and again after a while when it fails. A timer wakes it to the
/// second; a reminder does while something waits and the activation was collected, or its silo restarted.
/// </summary>
internal sealed class WebhookGrain(
    [PersistentState("deliveries", "Default")] IPersistentState<WebhookGrainState> kept,
    IWebhookSender sender,
    IAlertText text,
    TimeProvider time) : Grain, IWebhookGrain, IRemindable
{
    /// <summary>How many notices taken in are remembered.</summary>
    private const int MaxTaken = 2_000;

    private const string ReminderName = "deliver";

    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromMinutes(10);

    private IGrainTimer? _timer;
    private Random _random = null!; // Set by OnActivateAsync, before any other method can run.
    private bool _isSending;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _random = new Random(Seed(this.GetPrimaryKeyString()));
        SendNext();
        return Task.CompletedTask;
    }

    public async Task Enqueue(WebhookSubscription subscription, ImmutableArray<AlertNotice> notices)
    {
        var state = kept.State;
        var taken = state.Taken.ToHashSet(StringComparer.Ordinal);
        var fresh = notices.Where(notice => !taken.Contains(notice.Id)).ToArray();
        if (fresh.Length == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        state.Subscription = subscription;
        state.Queue = state.Queue.AddRange(fresh.Select(
            notice => new WebhookDelivery(notice.Id, notice.Kind, text.Write(notice), now, 0, now, null)));
        state.Taken = [.. state.Taken.Concat(fresh.Select(notice => notice.Id)).TakeLast(MaxTaken)];
        if (state.Queue.Length > WebhookRules.MaxQueue)
        {
            PutAside(state.Queue.Length - WebhookRules.MaxQueue);
        }

        await WriteAsync();
        await RemindAsync();
        SendNext();
    }

    public Task<IReadOnlyList<WebhookDelivery>> GetQueue() =>
        Task.FromResult<IReadOnlyList<WebhookDelivery>>(kept.State.Queue);

    public Task<IReadOnlyList<WebhookDelivery>> GetDeadLetters() =>
        Task.FromResult<IReadOnlyList<WebhookDelivery>>(kept.State.DeadLetters);

    public async Task<int> Redeliver(string? noticeId)
    {
        var now = time.GetUtcNow();
        var chosen = kept.State.DeadLetters
            .Where(one => noticeId is null || string.Equals(one.NoticeId, noticeId, StringComparison.Ordinal))
            .ToImmutableArray();
        kept.State.DeadLetters = kept.State.DeadLetters.RemoveRange(chosen);
        kept.State.Queue = kept.State.Queue.AddRange(chosen.Select(one => one with { Attempts = 0, NextAt = now }));
        await WriteAsync();
        await RemindAsync();
        SendNext();
        return chosen.Length;
    }

    public async Task<string?> Test(WebhookSubscription subscription, string id)
    {
        var now = time.GetUtcNow();
        var delivery = new WebhookDelivery(id, AlertEventKind.Tested, text.WriteTest(id), now, 0, now, null);
        var error = await sender.SendAsync(subscription, delivery, CancellationToken.None);
        if (error is not null)
        {
            var failed = delivery with { Attempts = 1, LastError = error };
            kept.State.Subscription = subscription;
            kept.State.DeadLetters =
                [.. kept.State.DeadLetters.Add(failed).TakeLast(WebhookRules.MaxDeadLetters)];
            await WriteAsync();
        }

        return error;
    }

    public async Task Forget()
    {
        _timer?.Dispose();
        await kept.ClearStateAsync();
        await ForgetReminderAsync();
        this.DeactivateOnIdle();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        SendNext();
        return Task.CompletedTask;
    }

    // FNV-1a: string.GetHashCode differs from run to run.
    private static int Seed(string key) =>
        (int)(key.Aggregate(2_166_136_261u, (hash, c) => (hash ^ c) * 16_777_619) & int.MaxValue);

    private void SendNext()
    {
        // Under way, a delivery must not be cut off by the timer that it runs in; it asks for the next one itself.
        if (_isSending)
        {
            return;
        }

        _timer?.Dispose();
        if (kept.State.Queue.IsEmpty)
        {
            return;
        }

        var wait = kept.State.Queue.Min(one => one.NextAt) - time.GetUtcNow();

        // Interleaves: a subscriber may take seconds to answer, and new notices must get into the queue meanwhile.
        _timer = this.RegisterGrainTimer(
            static (grain, token) => grain.SendDueAsync(token),
            this,
            new GrainTimerCreationOptions(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            {
                Interleave = true,
                KeepAlive = true,
            });
    }

    private async Task SendDueAsync(CancellationToken cancellationToken)
    {
        _isSending = true;
        try
        {
            var now = time.GetUtcNow();
            while (kept.State is { Subscription: { } subscription, Queue: var queue }
                && queue.FirstOrDefault(one => one.NextAt <= now) is { } due)
            {
                var error = await sender.SendAsync(subscription, due, cancellationToken);
                await SettleAsync(due, error);
            }
        }
        finally
        {
            _isSending = false;
            SendNext();
        }

        if (kept.State.Queue.IsEmpty)
        {
            await ForgetReminderAsync();
        }
    }

    /// <summary>Takes a delivery out of the queue, or back into it for later, or puts it aside.</summary>
    private async Task SettleAsync(WebhookDelivery delivery, string? error)
    {
        var place = kept.State.Queue.IndexOf(delivery);
        if (place < 0)
        {
            return; // The subscription ended meanwhile.
        }

        var attempts = delivery.Attempts + 1;
        if (error is null)
        {
            kept.State.Queue = kept.State.Queue.RemoveAt(place);
        }
        else
        {
            var next = time.GetUtcNow() + WebhookRules.WaitAfter(attempts, _random);
            kept.State.Queue = kept.State.Queue.SetItem(
                place, delivery with { Attempts = attempts, NextAt = next, LastError = error });
            if (attempts >= WebhookRules.MaxAttempts)
            {
                PutAside(1, place);
            }
        }

        await WriteAsync();
    }

    private void PutAside(int count, int from = 0)
    {
        var aside = kept.State.DeadLetters.AddRange(kept.State.Queue.Skip(from).Take(count));
        kept.State.DeadLetters = [.. aside.TakeLast(WebhookRules.MaxDeadLetters)];
        kept.State.Queue = kept.State.Queue.RemoveRange(from, count);
    }

    private Task RemindAsync() => kept.State.Queue.IsEmpty
        ? Task.CompletedTask
        : this.RegisterOrUpdateReminder(ReminderName, ReminderPeriod, ReminderPeriod);

    private async Task ForgetReminderAsync()
    {
        if (await this.GetReminder(ReminderName) is { } reminder)
        {
            try
            {
                await this.UnregisterReminder(reminder);
            }
            catch (ReminderException)
            {
                // Somebody put something into the queue meanwhile, and set it anew: then it stays.
            }
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            this.DeactivateOnIdle();
            throw;
        }
    }
}
