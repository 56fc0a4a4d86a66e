using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Twin.Api.Alerts;
using Twin.Api.Hosting;
using Twin.Api.Vessels;
using Twin.Model.Alerts;
using Twin.Model.Cities;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Api.Live;

/// <summary>
/// Takes changes from the grains at their pace and gives them to clients at ours. A grain only puts a change into a
/// queue; one loop numbers them, writes each as JSON once, keeps the latest, and hands them on. Where a queue is full
/// the clients are told to start anew; nothing waits and nothing grows. Safe for any number of threads.
/// </summary>
internal sealed class EventHub : BackgroundService, IRollupAudience, IAlertListener
{
    // After the last client has gone, changes are kept this long, so that one that comes back misses nothing.
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(2);

    private const long IdStep = 1_000;

    private readonly Lock _gate = new();
    private readonly List<Subscriber> _subscribers = [];
    private readonly Channel<LiveNews> _incoming;
    private readonly EventRing _ring;
    private readonly PositionRing _positions;
    private readonly TwinApiOptions _options;
    private readonly TimeProvider _time;
    private readonly IAlertText _alertText;
    private readonly JsonTypeInfo<RollupEventAnswer> _json;
    private readonly JsonTypeInfo<CityEventAnswer> _cityJson;
    private readonly JsonTypeInfo<FleetPositionsAnswer> _positionJson;
    private readonly JsonTypeInfo<CaseAnswer> _caseJson;
    private readonly LiveCity _city;
    private long _lastId;
    private long _lastLeft;
    private long _lastWatcherLeft;
    private volatile bool _isListening;
    private volatile bool _isWatchingPositions;
    private int _hasLost;

    /// <summary>Makes a hub that nobody listens to yet.</summary>
    public EventHub(
        IOptions<TwinApiOptions> options,
        IOptions<JsonOptions> json,
        IAlertText alertText,
        LiveCity city,
        TimeProvider time)
    {
        _city = city;
        _options = options.Value;
        _time = time;
        _alertText = alertText;
        _json = (JsonTypeInfo<RollupEventAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(RollupEventAnswer));
        _cityJson = (JsonTypeInfo<CityEventAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(CityEventAnswer));
        _positionJson =
            (JsonTypeInfo<FleetPositionsAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(FleetPositionsAnswer));
        _caseJson = (JsonTypeInfo<CaseAnswer>)json.Value.SerializerOptions.GetTypeInfo(typeof(CaseAnswer));
        _ring = new EventRing(_options.MaxEventsKept, _options.MaxEventBytesKept);
        _positions = new PositionRing(_options.MaxPositionsKept);
        _incoming = Channel.CreateBounded<LiveNews>(new BoundedChannelOptions(_options.MaxEventsKept)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
        // Begins at the clock, so that ids grow across restarts too and an id from before is seen to be too old; at its
        // microsecond, which every id of this hub ends in, so that one of another silo's hub is seen to be foreign.
        _lastId = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _ring.Clear(_lastId);
        _positions.Clear(_lastId);
    }

    /// <inheritdoc/>
    public bool IsListening => _isListening;

    /// <summary>Whether any client wants to know where vessels are, or did a moment ago.</summary>
    public bool IsWatchingPositions => _isWatchingPositions;

    /// <inheritdoc/>
    public void OnChanged(RollupChange change) => Take(new LiveNews(change, null));

    /// <inheritdoc/>
    public void OnAlert(AlertNotice notice) => Take(new LiveNews(null, notice));

    /// <summary>Tells those who watch of vessels that moved, each of them once.</summary>
    public void OnMoved(IReadOnlyList<VesselMark> marks)
    {
        lock (_gate)
        {
            if (!_isWatchingPositions)
            {
                return;
            }

            var id = _lastId += IdStep;
            _positions.Add(id, marks);
            // Written once for all who watch the same unit.
            foreach (var group in _subscribers.Where(subscriber => subscriber.Filter.WantsPositions)
                .GroupBy(subscriber => subscriber.Filter.Root, StringComparer.Ordinal))
            {
                if (PositionFrame(id, marks, group.First().Filter) is { } frame)
                {
                    foreach (var subscriber in group)
                    {
                        subscriber.Offer(frame);
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public void OnCase(CaseFile file) => Take(new LiveNews(null, null, Case: file));

    /// <inheritdoc/>
    public void OnMissed()
    {
        lock (_gate)
        {
            StartAnew();
        }
    }

    /// <summary>Lets a client in; <c>null</c> when there are as many as may be.</summary>
    /// <param name="filter">What it wants.</param>
    /// <param name="lastEventId">The last event that it has; <c>null</c> for a new client.</param>
    public Subscription? TrySubscribe(EventFilter filter, long? lastEventId)
    {
        lock (_gate)
        {
            if (_subscribers.Count >= _options.MaxSubscribers)
            {
                return null;
            }

            if (!_isListening)
            {
                // Whatever changed while nobody listened is not here.
                _ring.Clear(_lastId += IdStep);
                _isListening = true;
            }

            if (filter.WantsPositions && !_isWatchingPositions)
            {
                _positions.Clear(_lastId += IdStep);
                _isWatchingPositions = true;
            }

            var subscriber = new Subscriber(filter, _options.MaxEventsPerSubscriber);
            _subscribers.Add(subscriber);
            return new Subscription(subscriber, First(filter, lastEventId));
        }
    }

    /// <summary>Lets a client go.</summary>
    public void Unsubscribe(Subscriber subscriber)
    {
        lock (_gate)
        {
            _subscribers.Remove(subscriber);
            _lastLeft = _time.GetTimestamp();
            _lastWatcherLeft = subscriber.Filter.WantsPositions ? _lastLeft : _lastWatcherLeft;
        }
    }

    /// <summary>The id of the latest event.</summary>
    public long LastId()
    {
        lock (_gate)
        {
            return _lastId;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _city.Tell(OnMoved);
        await using var beat = _time.CreateTimer(_ => Beat(), state: null, _options.Heartbeat, _options.Heartbeat);
        try
        {
            while (await _incoming.Reader.WaitToReadAsync(stoppingToken))
            {
                while (_incoming.Reader.TryRead(out var news))
                {
                    Publish(news);
                }
            }
        }
        finally
        {
            End();
        }
    }

    private IReadOnlyList<EventFrame> First(EventFilter filter, long? lastEventId) => lastEventId switch
    {
        null => [EventFrame.Hello(_lastId)],
        { } id when IsKept(id, filter) => [EventFrame.Hello(id), .. Missed(id, filter)],
        _ => [EventFrame.Hello(_lastId), EventFrame.Reset(_lastId)],
    };

    /// <summary>Whether all that came after an id is still here.</summary>
    private bool IsKept(long id, EventFilter filter) =>
        id >= _ring.Floor && id <= _lastId && (_lastId - id) % IdStep == 0
        && (!filter.WantsPositions || id >= _positions.Floor);

    private IEnumerable<EventFrame> Missed(long id, EventFilter filter)
    {
        var missed = _ring.After(id).Where(filter.Wants);
        if (filter.WantsPositions && _positions.After(id) is { } moved
            && PositionFrame(moved.Id, moved.Marks, filter) is { } frame)
        {
            missed = missed.Append(frame).OrderBy(one => one.Id);
        }

        return missed;
    }

    /// <summary>The vessels that a client wants of those that moved; <c>null</c> for none.</summary>
    private EventFrame? PositionFrame(long id, IReadOnlyList<VesselMark> marks, EventFilter filter)
    {
        var wanted = filter.Units is { } units
            ? [.. marks.Where(mark => FleetPicture.IsOf(mark, units))]
            : marks;
        return wanted.Count == 0
            ? null
            : EventFrame.Of(id, EventFrame.Position, null, JsonSerializer.SerializeToUtf8Bytes(
                FleetPositionsAnswer.Of(wanted, [], _time.GetUtcNow()), _positionJson));
    }

    private void OnMoved(CityRevision revision)
    {
        if (revision.Entries is [.., var last])
        {
            Take(new LiveNews(null, null, last.Change));
        }
    }

    private void Take(LiveNews news)
    {
        if (_isListening && !_incoming.Writer.TryWrite(news))
        {
            Volatile.Write(ref _hasLost, 1);
        }
    }

    private void Publish(LiveNews news)
    {
        var (kind, unit, json) = Write(news);
        lock (_gate)
        {
            if (Interlocked.Exchange(ref _hasLost, 0) == 1)
            {
                StartAnew();
            }

            var frame = EventFrame.Of(_lastId += IdStep, kind, unit, json);
            _ring.Add(frame);
            _subscribers.ForEach(subscriber => subscriber.Offer(frame));
        }
    }

    private (string Kind, string? Unit, byte[] Json) Write(LiveNews news) => news switch
    {
        { Change: { } change } => (EventFrame.Rollup, change.Unit.Value, JsonSerializer.SerializeToUtf8Bytes(
            RollupEventAnswer.Of(change, _time.GetUtcNow()), _json)),
        { Alert: { } notice } => (
            EventFrame.Alert, notice.Alert.Unit.Value, Encoding.UTF8.GetBytes(_alertText.Write(notice))),
        { City: { } change } => (
            EventFrame.City, null, JsonSerializer.SerializeToUtf8Bytes(CityEventAnswer.Of(change), _cityJson)),
        { Case: { } file } => (
            EventFrame.Case, file.Unit.Value, JsonSerializer.SerializeToUtf8Bytes(CaseAnswer.Of(file), _caseJson)),
        _ => throw new UnreachableException("News of nothing."),
    };

    private void StartAnew()
    {
        _ring.Clear(_lastId += IdStep);
        _positions.Clear(_lastId);
        _subscribers.ForEach(subscriber => subscriber.FallBehind());
    }

    private void Beat()
    {
        lock (_gate)
        {
            _subscribers.ForEach(subscriber => subscriber.Beat());
            if (!_subscribers.Exists(subscriber => subscriber.Filter.WantsPositions)
                && _time.GetElapsedTime(_lastWatcherLeft) >= Linger)
            {
                _isWatchingPositions = false;
            }

            if (_subscribers.Count == 0 && _time.GetElapsedTime(_lastLeft) >= Linger)
            {
                _isListening = false;
            }
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _isListening = false;
            _subscribers.ForEach(subscriber => subscriber.Complete());
        }
    }
}
