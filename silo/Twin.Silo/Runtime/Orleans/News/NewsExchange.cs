using System.Collections.Immutable;
using Twin.Model.Alerts;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>
/// Brings what changes on any silo, and what happens to alerts, to those who follow on any other. A silo with an
/// audience asks each of the others, again and again, to be told; one that no longer asks is told nothing, so a cluster
/// that nobody watches sends nothing. Safe for any number of threads.
/// </summary>
internal sealed class NewsExchange(
    IRollupAudience audience,
    IFleetAudience watchers,
    INewsClient client,
    TimeProvider time,
    ILogger<NewsExchange> logger) : IRollupListener, IAlertListener, IFleetListener
{
    /// <summary>How long a silo is told after it asked.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    // A silo that does not answer must not keep the others from being asked within their lease.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private ImmutableDictionary<SiloAddress, Follower> _followers = ImmutableDictionary<SiloAddress, Follower>.Empty;

    /// <inheritdoc/>
    public bool IsListening => audience.IsListening || !Volatile.Read(ref _followers).IsEmpty;

    /// <inheritdoc/>
    /// <remarks>The audience of this silo watches by itself.</remarks>
    public bool IsWatching => !Volatile.Read(ref _followers).IsEmpty;

    /// <inheritdoc/>
    public void OnMoved(IReadOnlyList<VesselMark> marks) => Offer(new NewsItem(null, null, marks));

    /// <inheritdoc/>
    public void OnChanged(RollupChange change)
    {
        audience.OnChanged(change);
        Offer(new NewsItem(change, null));
    }

    /// <inheritdoc/>
    /// <remarks>The audience of this silo hears of it by itself.</remarks>
    public void OnAlert(AlertNotice notice) => Offer(new NewsItem(null, notice));

    /// <inheritdoc/>
    /// <remarks>Likewise.</remarks>
    public void OnCase(CaseFile file) => Offer(new NewsItem(null, null, Case: file));

    /// <summary>Takes what changed on another silo.</summary>
    public void Receive(NewsMessage news)
    {
        if (news.HasGap)
        {
            audience.OnMissed();
        }

        foreach (var change in news.Changes)
        {
            audience.OnChanged(change);
        }

        foreach (var alert in news.Alerts)
        {
            audience.OnAlert(alert);
        }

        foreach (var file in news.Cases.IsDefault ? [] : news.Cases) // A silo of an earlier version sends none.
        {
            audience.OnCase(file);
        }

        // A silo of the version before sends none at all.
        if (watchers.IsWatching && !news.Moved.IsDefaultOrEmpty)
        {
            watchers.OnMoved(news.Moved);
        }
    }

    /// <summary>Tells a silo of changes from now on; answers whether it was being told already.</summary>
    public bool LetFollow(SiloAddress silo)
    {
        lock (_gate)
        {
            var wasThere = _followers.TryGetValue(silo, out var follower);
            if (follower is null)
            {
                follower = new Follower(silo, client.Of(silo), logger);
                Volatile.Write(ref _followers, _followers.Add(silo, follower));
                _ = follower.SendAsync(); // Ends when the follower is completed, and catches all that may fail.
            }

            follower.AskedAt = time.GetTimestamp();
            return wasThere;
        }
    }

    /// <summary>Lets go of those who no longer ask.</summary>
    public void ForgetTheSilent()
    {
        lock (_gate)
        {
            foreach (var (silo, follower) in _followers)
            {
                if (time.GetElapsedTime(follower.AskedAt) > Lease)
                {
                    Volatile.Write(ref _followers, _followers.Remove(silo));
                    follower.Complete();
                }
            }
        }
    }

    /// <summary>Asks other silos to tell this one, if anybody here wants to know.</summary>
    /// <param name="others">The other silos of the cluster.</param>
    /// <param name="self">This one.</param>
    public async Task FollowAsync(IEnumerable<SiloAddress> others, SiloAddress self)
    {
        if (!audience.IsListening)
        {
            return;
        }

        var answers = await Task.WhenAll(others.Select(silo => AskAsync(silo, self)));
        if (Array.Exists(answers, wasTold => !wasTold))
        {
            audience.OnMissed();
        }
    }

    private void Offer(NewsItem news)
    {
        foreach (var follower in Volatile.Read(ref _followers).Values)
        {
            follower.Offer(news);
        }
    }

    /// <summary>
    /// Asks one silo. One that does not answer may be gone; if it is not, it will say that this one had missed
    /// something.
    /// </summary>
    private async Task<bool> AskAsync(SiloAddress silo, SiloAddress self)
    {
        try
        {
            return await client.Of(silo).Follow(self).WaitAsync(Patience, time);
        }
#pragma warning disable CA1031 // The edge to another silo: it is asked again.
        catch (Exception)
#pragma warning restore CA1031
        {
            return true;
        }
    }
}
