using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What waits for one subscriber. Keyed by the subscription's id.</summary>
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>Takes notices in; one that it has had counts once. Completes when they are on disk.</summary>
    Task Enqueue(WebhookSubscription subscription, ImmutableArray<AlertNotice> notices);

    /// <summary>What waits, oldest first.</summary>
    /// <remarks>Interleaves: one step, and a subscriber that is slow to answer must not hide it.</remarks>
    [AlwaysInterleave]
    Task<IReadOnlyList<WebhookDelivery>> GetQueue();

    /// <summary>What was put aside after too many tries, oldest first.</summary>
    /// <remarks>Interleaves: one step.</remarks>
    [AlwaysInterleave]
    Task<IReadOnlyList<WebhookDelivery>> GetDeadLetters();

    /// <summary>Puts what was put aside back into the queue: one, or all; answers how many.</summary>
    Task<int> Redeliver(string? noticeId);

    /// <summary>
    /// Sends a notice of no alert, now and once, whatever waits; answers what went wrong, or <c>null</c>. One that did
    /// not arrive is put aside like any other.
    /// </summary>
    /// <remarks>Interleaves: a subscriber may take seconds to answer, and news must reach the queue.</remarks>
    [AlwaysInterleave]
    Task<string?> Test(WebhookSubscription subscription, string id);

    /// <summary>Forgets everything: the subscription has ended.</summary>
    Task Forget();
}
