using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Twin.Model.States;
using Twin.Storage;
using Twin.Storage.CrashWriter;

// A fixture of the crash tests: writes from four callers, without end, and says on standard output what was
// acknowledged, until the test kills it. Arguments: what to write, the log's path, for batches the first number.
const int Callers = 4;

await using var log = SqliteObservationLog.Open(
    new SqliteObservationLogOptions { Path = args[1], CheckpointPages = 64 },
    TimeProvider.System,
    NullLogger<SqliteObservationLog>.Instance);

await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(
    () => args[0] is "states" ? WriteStatesAsync(caller) : WriteBatchesAsync(caller))));

async Task WriteBatchesAsync(int caller)
{
    for (var number = int.Parse(args[2], CultureInfo.InvariantCulture) + caller; ; number += Callers)
    {
        var receipt = await log.AppendAsync(NumberedBatch.Of(number), CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{number} {receipt.FirstSequence} {receipt.LastSequence}."));
    }
}

async Task WriteStatesAsync(int caller)
{
    var name = caller.ToString(CultureInfo.InvariantCulture);
    var stored = await log.States.ReadAsync(NumberedState.Key(name), CancellationToken.None);
    var etag = stored?.ETag;
    for (var number = NumberedState.Number(stored) + 1; ; number++)
    {
        var change = await log.States.WriteAsync(
            NumberedState.Key(name), NumberedState.Value(number), etag, CancellationToken.None);
        etag = ((StateChange.Applied)change).ETag;
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name} {number}."));
    }
}
