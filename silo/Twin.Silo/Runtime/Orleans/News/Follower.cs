using System.Collections.Immutable;
using System.Threading.Channels;
using Twin.Model.Alerts;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>
/// A silo that hears this one's news. While one message travels more gathers for the next; what finds no room, and what
/// was in a message that failed, is a gap that the next message tells of. One loop sends, any thread offers.
/// </summary>
internal sealed partial class Follower(SiloAddress silo, INewsService service, ILogger logger)
{
    /// <summary>The most changes, alerts and cases in one message.</summary>
    public const int MaxPerMessage = 256;

    /// <summary>With so many vessels a message goes, whatever else waits.</summary>
    private const int MaxMoved = 4_096;

    private const int MaxWaiting = 4_096;

    private readonly Channel<NewsItem> _waiting = Channel.CreateBounded<NewsItem>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _hasGap;

    /// <summary>The timestamp at which it last asked.</summary>
    public long AskedAt { get; set; }

    /// <summary>Puts news into the queue.</summary>
    public void Offer(NewsItem news)
    {
        if (!_waiting.Writer.TryWrite(news))
        {
            Volatile.Write(ref _hasGap, 1);
        }
    }

    /// <summary>Ends the sending.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Sends until completed.</summary>
    public async Task SendAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var changes = ImmutableArray.CreateBuilder<RollupChange>();
            var alerts = ImmutableArray.CreateBuilder<AlertNotice>();
            var cases = ImmutableArray.CreateBuilder<CaseFile>();
            var moved = ImmutableArray.CreateBuilder<VesselMark>();
            while (changes.Count + alerts.Count + cases.Count < MaxPerMessage && moved.Count < MaxMoved
                && _waiting.Reader.TryRead(out var news))
            {
                if (news.Change is { } change)
                {
                    changes.Add(change);
                }

                if (news.Alert is { } alert)
                {
                    alerts.Add(alert);
                }

                if (news.Case is { } file)
                {
                    cases.Add(file);
                }

                moved.AddRange(news.Moved ?? []);
            }

            var hasGap = Interlocked.Exchange(ref _hasGap, 0) == 1;
            await TrySendAsync(new NewsMessage(
                changes.DrainToImmutable(),
                hasGap,
                alerts.DrainToImmutable(),
                moved.DrainToImmutable(),
                cases.DrainToImmutable()));
        }
    }

    private async Task TrySendAsync(NewsMessage news)
    {
        try
        {
            await service.Receive(news);
        }
#pragma warning disable CA1031 // The edge to another silo: whatever kept the message from it, the next one says so.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _hasGap, 1);
            LogLost(
                exception,
                news.Changes.Length + news.Alerts.Length + news.Moved.Length + news.Cases.Length,
                silo);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} pieces of news did not reach silo {Silo}")]
    private partial void LogLost(Exception exception, int count, SiloAddress silo);
}
