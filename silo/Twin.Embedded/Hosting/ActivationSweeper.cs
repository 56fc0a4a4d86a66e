using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;
using Twin.Embedded.Streams;

namespace Twin.Embedded.Hosting;

/// <summary>
/// Walks all activations now and then: times out calls that have waited too long and ends activations that nobody uses.
/// A walk instead of a timer for each call makes a call pay nothing for its timeout, and finds those of a grain that
/// blocks its thread. It counts time in epochs, the numbers of its walks' periods, which calls are stamped with.
/// </summary>
internal sealed class ActivationSweeper : IDisposable
{
    /// <summary>Epochs in a response timeout, so that a call waits at most a sixteenth longer than it should.</summary>
    private const int EpochsPerTimeout = 16;

    /// <summary>
    /// How many times as long as a walk its rest is, so that a million activations cost 2 % of a core.
    /// </summary>
    private const int RestPerWalk = 50;

    /// <summary>After how many response timeouts without a question a stream counts as left by its reader.</summary>
    private const int ResponsesPerStreamAge = 2;

    private static readonly NoInliningContext NoInlining = new();

    private readonly EmbeddedGrainHost _host;
    private readonly TimeSpan _period;
    private readonly long _start;
    private readonly ITimer _timer;
    private long _lastCollection;
    private volatile int _epoch;
    private volatile bool _disposed;

    public ActivationSweeper(EmbeddedGrainHost host)
    {
        _host = host;
        var period = host.Options.ResponseTimeout / EpochsPerTimeout;
        _period = period < host.Options.CollectionQuantum ? period : host.Options.CollectionQuantum;
        _start = host.Time.GetTimestamp();
        _lastCollection = _start;
        _timer = host.Time.CreateTimer(
            static state => ((ActivationSweeper)state!).Tick(), // Never null: it is the argument below.
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>The number of the current period. Wraps around; compare by difference.</summary>
    public int Epoch => _epoch;

    /// <summary>How long a period is.</summary>
    public TimeSpan EpochLength => _period;

    /// <summary>Periods that have passed since the current one was numbered: 0 to 1, unless a walk is late.</summary>
    public double ShareOfEpoch => (_host.Time.GetElapsedTime(_start) / _period) - _epoch;

    public void Start() => StartAfter(TimeSpan.Zero);

    public void Dispose()
    {
        _disposed = true;
        _timer.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the host: logged, and the next walk goes on.")]
    private void Tick()
    {
        // Callers that are timed out must not run their code in this walk; under a context of its own nothing is
        // inlined.
        var begin = _host.Time.GetTimestamp();
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(NoInlining);
        try
        {
            Sweep();
        }
        catch (Exception exception)
        {
            _host.Log.FailedSweep(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        if (!_disposed)
        {
            StartAfter(_host.Time.GetElapsedTime(begin));
        }
    }

    // One shot each, so that a walk that takes long is not overtaken by the next.
    private void StartAfter(TimeSpan walk)
    {
        var rest = walk * RestPerWalk;
        _timer.Change(rest > _period ? rest : _period, Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        // From the clock and not by one, for a timer may be late by any number of periods.
        var now = _host.Time.GetTimestamp();
        _epoch = (int)(_host.Time.GetElapsedTime(_start, now) / _period);
        var sentBefore = _epoch - EpochsIn(_host.Options.ResponseTimeout);
        var collects = _host.Time.GetElapsedTime(_lastCollection, now) >= _host.Options.CollectionQuantum;
        var usedBefore = _epoch - EpochsIn(_host.Options.CollectionAge);
        var askedBefore = _epoch - EpochsIn(_host.Options.ResponseTimeout * ResponsesPerStreamAge);
        foreach (var grainClass in _host.Classes)
        {
            foreach (var activation in grainClass.Activations)
            {
                activation.TimeOut(sentBefore);
                if (collects && activation.LooksIdle(usedBefore))
                {
                    activation.Post(new CollectItem(usedBefore));
                }

                if (collects && activation.HasStreams)
                {
                    activation.Post(new CloseStreamsItem(askedBefore));
                }
            }
        }

        if (collects)
        {
            _lastCollection = now;
        }
    }

    // Rounded up, and the comparisons are strict: nothing is ever early.
    private int EpochsIn(TimeSpan time) => (int)Math.Ceiling(time / _period);

    private sealed class NoInliningContext : SynchronizationContext;
}
