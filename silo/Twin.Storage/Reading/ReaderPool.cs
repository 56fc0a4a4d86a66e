using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Read connections that are kept open for the next reader. Safe for any number of threads.</summary>
/// <param name="open">Opens another one.</param>
internal sealed class ReaderPool<TReader>(Func<TReader> open) : IDisposable
    where TReader : IDisposable
{
    /// <summary>The most connections that stay open without being used.</summary>
    public const int MaxIdle = 8;

    private readonly Lock _gate = new();
    private readonly Stack<TReader> _idle = new();
    private bool _isClosed;

    /// <summary>Takes an idle one or opens another; refuses when the log is closed.</summary>
    public TReader Rent()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new ObservationLogException("The observation log is closed.");
            }

            if (_idle.TryPop(out var reader))
            {
                return reader;
            }
        }

        return open();
    }

    /// <summary>Takes one back, with no reading under way.</summary>
    public void Return(TReader reader)
    {
        lock (_gate)
        {
            if (!_isClosed && _idle.Count < MaxIdle)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }

    /// <summary>Closes the idle ones; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            while (_idle.TryPop(out var reader))
            {
                reader.Dispose();
            }
        }
    }
}
