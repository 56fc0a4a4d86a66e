using System.Globalization;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Statistics;

/// <summary>Lets a reader wait until a write is in the figure that it is about to read.</summary>
internal sealed class WriteBarrier(IObservationLog log, TimeProvider time, IOptions<TwinApiOptions> options)
{
    // A write that was answered is in the log already; only a sequence from another silo or a guess has to wait.
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits; answers why the write cannot be seen, or <c>null</c> when the figure holds it.</summary>
    public async Task<Refusal?> WaitAsync(
        long sequence, IAdministrativeUnitGrain unit, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (log.Head < sequence)
        {
            if (time.GetElapsedTime(started) >= options.Value.SequenceWait)
            {
                return new Refusal(
                    ProblemCodes.Unavailable,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The write {sequence} is not there; the last one is {log.Head}."),
                    "Ask for the sequence that a write was answered with, or try again.");
            }

            await Task.Delay(Poll, time, cancellationToken);
        }

        await unit.Settle().WaitAsync(options.Value.SequenceWait, time, cancellationToken);
        return null;
    }
}
