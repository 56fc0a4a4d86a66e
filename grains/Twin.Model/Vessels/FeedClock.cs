using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>
/// Watches one feed by the instants at which something came. A gap longer than <see cref="Silence"/> is an outage; it
/// begins with the last that came, because what was sent since may be lost. Not safe for two threads.
/// </summary>
public sealed class FeedClock
{
    /// <summary>The most outages kept; the oldest gives way.</summary>
    public const int MaxOutages = 200;

    private readonly List<FeedOutage> _outages;

    /// <summary>A clock that takes up what was known.</summary>
    public FeedClock(string feed, TimeSpan silence, DateTimeOffset? lastSeen, ImmutableArray<FeedOutage> outages)
    {
        Feed = feed;
        Silence = silence;
        LastSeen = lastSeen;
        _outages = [.. outages];
    }

    /// <summary>The feed.</summary>
    public string Feed { get; }

    /// <summary>How long it may be silent.</summary>
    public TimeSpan Silence { get; }

    /// <summary>When something last came.</summary>
    public DateTimeOffset? LastSeen { get; private set; }

    /// <summary>The outages that are over.</summary>
    public ImmutableArray<FeedOutage> Outages => [.. _outages];

    /// <summary>Something came.</summary>
    public void Seen(DateTimeOffset at)
    {
        if (LastSeen is { } last)
        {
            if (at <= last)
            {
                return;
            }

            if (at - last > Silence)
            {
                _outages.Add(new FeedOutage(last, at));
                _outages.RemoveRange(0, Math.Max(0, _outages.Count - MaxOutages));
            }
        }

        LastSeen = at;
    }

    /// <summary>When it was down, with what lasts at an instant.</summary>
    public FeedCondition Condition(DateTimeOffset now) =>
        new(Feed, LastSeen is { } last && now - last > Silence
            ? [.. _outages, new FeedOutage(last, null)]
            : [.. _outages])
        {
            LastSeen = LastSeen,
        };
}
