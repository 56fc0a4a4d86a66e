using System.Collections.Immutable;
using System.Threading.Channels;
using Twin.Model.Rollups;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>
/// A silo that hears of this one's changes. While one message travels further changes gather for the next; those that
/// find no room, and those of a message that failed, are a gap that the next message tells of. One loop sends, any
/// thread offers.
/// </summary>
internal sealed partial class Follower(SiloAddress silo, INewsService service, ILogger logger)
{
    /// <summary>The most changes in one message.</summary>
    public const int MaxChangesPerMessage = 256;

    private const int MaxWaiting = 4_096;

    private readonly Channel<RollupChange> _waiting = Channel.CreateBounded<RollupChange>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _hasGap;

    /// <summary>The timestamp at which it last asked.</summary>
    public long AskedAt { get; set; }

    /// <summary>Puts a change into the queue.</summary>
    public void Offer(RollupChange change)
    {
        if (!_waiting.Writer.TryWrite(change))
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
            while (changes.Count < MaxChangesPerMessage && _waiting.Reader.TryRead(out var change))
            {
                changes.Add(change);
            }

            await TrySendAsync(new NewsMessage(changes.DrainToImmutable(), Interlocked.Exchange(ref _hasGap, 0) == 1));
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
            LogLost(exception, news.Changes.Length, silo);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} changes did not reach silo {Silo}")]
    private partial void LogLost(Exception exception, int count, SiloAddress silo);
}
