using Microsoft.Extensions.Options;
using Twin.Api.Hosting;

namespace Twin.Api.Observations;

/// <summary>
/// Bounds what unfinished reports take of the process: how many there are, and how many rows they hold in memory. Safe
/// for any number of threads.
/// </summary>
internal sealed class IngestGate(IOptions<TwinApiOptions> options)
{
    private int _reports;
    private int _rows;

    private int MaxRows => options.Value.MaxObservationsInFlight;

    /// <summary>Lets a report in; <c>null</c> when there are as many as may be.</summary>
    public Pass? TryEnter()
    {
        if (Interlocked.Increment(ref _reports) <= options.Value.MaxConcurrentReports)
        {
            return new Pass(this);
        }

        Interlocked.Decrement(ref _reports);
        return null;
    }

    /// <summary>A report that is inside; it leaves, with its rows, when it is disposed.</summary>
    internal sealed class Pass(IngestGate gate) : IDisposable
    {
        private int _rows;

        /// <summary>Says how many rows the report holds now; <c>false</c> when all together hold too many.</summary>
        public bool TryHold(int rows)
        {
            var more = rows - _rows;
            _rows = rows;
            return Interlocked.Add(ref gate._rows, more) <= gate.MaxRows;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Interlocked.Add(ref gate._rows, -_rows);
            Interlocked.Decrement(ref gate._reports);
        }
    }
}
