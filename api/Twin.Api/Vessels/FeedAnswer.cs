using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A feed of positions as it stands.</summary>
internal sealed record FeedAnswer
{
    /// <summary>Its code.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is down: its boats are unknown then, and not lost.</summary>
    public required bool IsDown { get; init; }

    /// <summary>When something last came.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Reports a minute, over the last minutes.</summary>
    public required double ReportsPerMinute { get; init; }

    /// <summary>How many reports moved their vessel.</summary>
    public required long Accepted { get; init; }

    /// <summary>How many did not, by why.</summary>
    public required KeptApartAnswer KeptApart { get; init; }

    /// <summary>How many lines were refused.</summary>
    public required long Refused { get; init; }

    /// <summary>Why the last of them was.</summary>
    public string? LastRefusal { get; init; }

    /// <summary>How old reports are when they come, in seconds, on average over the last minutes.</summary>
    public double? LagSeconds { get; init; }

    /// <summary>The time of the youngest report.</summary>
    public DateTimeOffset? NewestReport { get; init; }

    /// <summary>How far what the feed says lies behind now: the age of its youngest report, in seconds.</summary>
    public double? BehindSeconds { get; init; }

    /// <summary>How often a connection was lost, refused or closed.</summary>
    public required long Errors { get; init; }

    /// <summary>What it was the last time.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>When it was down, the last 20 times, oldest first.</summary>
    public required IReadOnlyList<FeedOutageAnswer> Outages { get; init; }

    /// <summary>The answer for a feed.</summary>
    public static FeedAnswer Of(FeedStanding feed, DateTimeOffset now) => new()
    {
        Id = feed.Feed,
        IsDown = feed.Condition.IsDown(now),
        LastSeen = feed.LastSeen,
        ReportsPerMinute = Math.Round(feed.ReportsPerMinute, 1),
        Accepted = feed.Verdicts.Length > 0 ? feed.Verdicts[(int)PositionVerdict.Accepted] : 0,
        KeptApart = KeptApartAnswer.Of(feed.Verdicts),
        Refused = feed.Refused,
        LastRefusal = feed.LastRefusal,
        LagSeconds = feed.Lag is { } lag ? Math.Round(lag.TotalSeconds, 1) : null,
        NewestReport = feed.Newest,
        BehindSeconds = feed.Newest is { } newest ? Math.Round(Math.Max(0, (now - newest).TotalSeconds), 1) : null,
        Errors = feed.Errors,
        LastError = feed.LastError,
        LastErrorAt = feed.LastErrorAt,
        Outages =
        [
            .. feed.Condition.Outages.TakeLast(20).Select(outage => new FeedOutageAnswer(outage.From, outage.To)),
        ],
    };
}
