using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>Keeps the subscriptions and hands each notice to those who want it.</summary>
internal sealed class WebhookDirectoryGrain(
    [PersistentState("subscriptions", "Default")] IPersistentState<WebhookDirectoryState> kept)
    : Grain, IWebhookDirectoryGrain
{
    public Task<ImmutableArray<WebhookSubscription>> GetAll() => Task.FromResult(kept.State.Subscriptions);

    public async Task<bool> Add(WebhookSubscription subscription)
    {
        if (kept.State.Subscriptions.Length >= IWebhookDirectoryGrain.MaxSubscriptions)
        {
            return false;
        }

        await KeepAsync(kept.State.Subscriptions.Add(subscription));
        return true;
    }

    public async Task<bool> Remove(string id)
    {
        var rest = kept.State.Subscriptions.RemoveAll(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        if (rest.Length == kept.State.Subscriptions.Length)
        {
            return false;
        }

        await KeepAsync(rest);
        await GrainFactory.GetGrain<IWebhookGrain>(id).Forget();
        return true;
    }

    public Task Tell(ImmutableArray<AlertNotice> notices) => Task.WhenAll(kept.State.Subscriptions
        .Select(one => (Subscription: one, Wanted: notices.Where(notice => one.Wants(notice.Alert)).ToImmutableArray()))
        .Where(one => !one.Wanted.IsEmpty)
        .Select(one =>
            GrainFactory.GetGrain<IWebhookGrain>(one.Subscription.Id).Enqueue(one.Subscription, one.Wanted)));

    private async Task KeepAsync(ImmutableArray<WebhookSubscription> subscriptions)
    {
        kept.State.Subscriptions = subscriptions;
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
