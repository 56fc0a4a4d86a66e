using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Vessels;

namespace Twin.Api.Feeds;

/// <summary>
/// Runs the feeds over the network: takes the addresses at once, and the first line once the twin is ready. Told to
/// stop it reads what has been sent until then, and ends when all of it is on disk.
/// </summary>
internal sealed class FeedService(
    PositionDesk desk,
    FeedMetrics metrics,
    IReadiness readiness,
    IOptions<FeedOptions> options,
    TimeProvider time,
    ILogger<FeedService> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    // How long what was sent is still read, and how long the log is waited for then.
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepLimit = TimeSpan.FromSeconds(15);

    private readonly FeedOptions _options = options.Value;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abortReading = new();
    private readonly CancellationTokenSource _abortKeeping = new();
    private readonly Dictionary<string, FeedIntake> _intakes = new(StringComparer.Ordinal);
    private TcpFeedServer? _tcp;
    private UdpFeedServer? _udp;
    private Task _reading = Task.CompletedTask;
    private Task _keeping = Task.CompletedTask;

    /// <summary>Where it listens by TCP; <c>null</c> where it does not.</summary>
    public IPEndPoint? Tcp => _tcp?.EndPoint;

    /// <summary>Where it listens by UDP; <c>null</c> where it does not.</summary>
    public IPEndPoint? Udp => _udp?.EndPoint;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Validated at start.
        _ = FeedAddress.TryParseEndPoint(_options.Tcp, out var tcp);
        _ = FeedAddress.TryParseEndPoint(_options.Udp, out var udp);
        _ = FeedAddress.TryParseList(_options.Receivers, out var receivers);
        _ = SenderList.TryParse(_options.Senders, out var senders);
        if (tcp is not null)
        {
            _tcp = new TcpFeedServer(tcp, senders!, Intake(_options.TcpFeed), metrics, _options, time);
            _tcp.Listen();
        }

        if (udp is not null)
        {
            _udp = new UdpFeedServer(udp, senders!, Intake(_options.UdpFeed), _options, time);
            _udp.Listen();
        }

        var clients = receivers!
            .Select(one => new TcpFeedClient(one, Intake(one.Feed), metrics, _options, time)).ToArray();
        _keeping = Task.WhenAll(_intakes.Values.Select(intake => intake.RunAsync(_abortKeeping.Token)));
        _reading = ReadAsync(clients);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        _abortReading.CancelAfter(ReadLimit);
        await _reading;
        foreach (var intake in _intakes.Values)
        {
            intake.Complete();
        }

        _abortKeeping.CancelAfter(KeepLimit);
        await using var abort = cancellationToken.Register(_abortKeeping.Cancel);
        try
        {
            await _keeping;
        }
        catch (OperationCanceledException)
        {
            // The log could not be had in time; whoever sent it was told nothing.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tcp?.Dispose();
        _udp?.Dispose();
        _stop.Dispose();
        _abortReading.Dispose();
        _abortKeeping.Dispose();
    }

    private async Task ReadAsync(TcpFeedClient[] clients)
    {
        try
        {
            while (!readiness.Current.IsReady)
            {
                await Task.Delay(LookEvery, time, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Task.WhenAll(
        [
            _tcp?.RunAsync(_stop.Token, _abortReading.Token) ?? Task.CompletedTask,
            _udp?.RunAsync(_stop.Token, _abortReading.Token) ?? Task.CompletedTask,
            .. clients.Select(client => client.RunAsync(_stop.Token, _abortReading.Token)),
        ]);
    }

    private FeedIntake Intake(string feed)
    {
        if (!_intakes.TryGetValue(feed, out var intake))
        {
            intake = new FeedIntake(feed, desk, metrics, _options, time, logger);
            _intakes.Add(feed, intake);
        }

        return intake;
    }
}
