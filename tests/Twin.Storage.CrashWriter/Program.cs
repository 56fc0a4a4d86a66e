using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Twin.Storage;
using Twin.Storage.CrashWriter;

// A fixture of the crash test: appends numbered batches from four callers, without end, and says on standard output
// what was acknowledged, until the test kills it. Arguments: the log's path, the first number.
const int Callers = 4;

var path = args[0];
var first = int.Parse(args[1], CultureInfo.InvariantCulture);
await using var log = SqliteObservationLog.Open(
    new SqliteObservationLogOptions { Path = path, CheckpointPages = 64 },
    TimeProvider.System,
    NullLogger<SqliteObservationLog>.Instance);

await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
{
    for (var number = first + caller; ; number += Callers)
    {
        var receipt = await log.AppendAsync(NumberedBatch.Of(number), CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{number} {receipt.FirstSequence} {receipt.LastSequence}."));
    }
})));
