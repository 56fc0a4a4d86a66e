using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>When a feed was down, as far as clocks are concerned.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Outages">Its outages, oldest first, apart from each other.</param>
public sealed record FeedCondition(string Feed, ImmutableArray<FeedOutage> Outages)
{
    /// <summary>When something last came; <c>null</c> where that is not known.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The same as it was known at an instant.</summary>
    public FeedCondition AsOf(DateTimeOffset at) => this with
    {
        Outages =
        [
            .. Outages.Where(outage => outage.From <= at)
                .Select(outage => outage.To > at ? outage with { To = null } : outage),
        ],
        LastSeen = LastSeen > at ? at : LastSeen,
    };

    /// <summary>Whether it is down at an instant.</summary>
    public bool IsDown(DateTimeOffset at) =>
        Outages.Any(outage => outage.From <= at && (outage.To is not { } to || at < to));

    /// <summary>How long it was down between two instants.</summary>
    public TimeSpan DownBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var outage in Outages)
        {
            var begin = outage.From > from ? outage.From : from;
            var end = outage.To is { } until && until < to ? until : to;
            sum += end > begin ? end - begin : TimeSpan.Zero;
        }

        return sum;
    }
}
