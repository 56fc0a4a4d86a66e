using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Watches one feed. That it was heard is kept now and then; so after a crash an outage seems to begin up to
/// <see cref="KeepEvery"/> early, which stops the clocks of its boats a little longer and loses nobody.
/// </summary>
internal sealed partial class FeedGrain(
    [PersistentState("feed", "Default")] IPersistentState<FeedGrainState> kept,
    TimeProvider time,
    ILogger<FeedGrain> logger) : Grain, IFeedGrain
{
    /// <summary>How often what changes all the time is kept.</summary>
    public static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(30);

    /// <summary>How long a feed may be silent until it counts as down.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan RateOver = TimeSpan.FromMinutes(5);

    private readonly long[] _verdicts = new long[Enum.GetValues<PositionVerdict>().Length];
    private FeedClock _clock = null!; // Set by OnActivateAsync, before any other method can run.
    private DateTimeOffset _keptAt;
    private DateTimeOffset _ratedAt;
    private double _perMinute;
    private double _lagSecondsPerMinute;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _clock = new FeedClock(this.GetPrimaryKeyString(), Silence, kept.State.LastSeen, kept.State.Outages);
        kept.State.Verdicts.AsSpan()[..Math.Min(_verdicts.Length, kept.State.Verdicts.Length)].CopyTo(_verdicts);
        _ratedAt = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        KeepAsync();

    public async Task<FeedCondition> Seen()
    {
        var now = time.GetUtcNow();
        var outages = _clock.Outages.Length;
        _clock.Seen(now);
        if (_clock.Outages.Length > outages || now - _keptAt >= KeepEvery)
        {
            await KeepAsync();
        }

        return _clock.Condition(now);
    }

    public Task Count(FeedBatch batch)
    {
        var sum = 0L;
        for (var i = 0; i < Math.Min(_verdicts.Length, batch.Verdicts.Length); i++)
        {
            _verdicts[i] += batch.Verdicts[i];
            sum += batch.Verdicts[i];
        }

        kept.State.Refused += batch.Refused;
        kept.State.LastRefusal = batch.LastRefusal ?? kept.State.LastRefusal;
        if (batch.Newest is { } newest && (kept.State.Newest is not { } known || newest > known))
        {
            kept.State.Newest = newest;
        }

        Rate(sum, batch.LagSeconds);
        return Task.CompletedTask;
    }

    public Task Fail(string reason)
    {
        kept.State.Errors++;
        kept.State.LastError = reason;
        kept.State.LastErrorAt = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task<FeedCondition> GetCondition() => Task.FromResult(_clock.Condition(time.GetUtcNow()));

    public Task<FeedStanding> GetStanding() => Task.FromResult(new FeedStanding
    {
        Feed = _clock.Feed,
        LastSeen = _clock.LastSeen,
        Condition = _clock.Condition(time.GetUtcNow()),
        ReportsPerMinute = _perMinute * Decay(),
        Verdicts = [.. _verdicts],
        Refused = kept.State.Refused,
        LastRefusal = kept.State.LastRefusal,
        Lag = _perMinute > 0 ? TimeSpan.FromSeconds(_lagSecondsPerMinute / _perMinute) : null,
        Errors = kept.State.Errors,
        LastError = kept.State.LastError,
        LastErrorAt = kept.State.LastErrorAt,
        Newest = kept.State.Newest,
    });

    // An average in which what came five minutes ago weighs a third.
    private void Rate(long reports, double lagSeconds)
    {
        var decay = Decay();
        _perMinute = (_perMinute * decay) + (reports / RateOver.TotalMinutes);
        _lagSecondsPerMinute = (_lagSecondsPerMinute * decay) + (lagSeconds / RateOver.TotalMinutes);
        _ratedAt = time.GetUtcNow();
    }

    private double Decay() => Math.Exp(-(time.GetUtcNow() - _ratedAt) / RateOver);

    private async Task KeepAsync()
    {
        _keptAt = time.GetUtcNow();
        kept.State.LastSeen = _clock.LastSeen;
        kept.State.Outages = _clock.Outages;
        kept.State.Verdicts = ImmutableArray.Create(_verdicts);
        try
        {
            await kept.WriteStateAsync();
        }
#pragma warning disable CA1031 // The edge of this grain: a report is not refused because it could not be counted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotKept(exception, _clock.Feed);
            this.DeactivateOnIdle();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The feed {Feed} could not be kept")]
    private partial void LogNotKept(Exception exception, string feed);
}
