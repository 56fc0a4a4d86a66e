using System.Globalization;
using Twin.Grains.Units;
using Twin.Model.Cities;
using Twin.Model.Demo;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Silo.Demo;

/// <summary>Fills an empty log with demonstration observations, through the grains like any report.</summary>
internal sealed class DemoLoader(
    LiveCity live,
    IObservationLog log,
    IGrainFactory grains,
    TwinOptions options,
    DemoSource source,
    DemoMarkerStore markers)
{
    private const int ReportsAtOnce = 16;

    /// <summary>Whether the log is empty and a demonstration wanted, or one was cut off.</summary>
    public bool IsWanted() =>
        markers.Current is { } marker
            ? !marker.IsComplete
            : options.Demo && log.Head == 0 && !source.Profiles.IsEmpty;

    public async Task LoadAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var city = live.Definition;
        var marker = markers.Current
            ?? new DemoMarker(city.DatasetId, options.DemoSeed, options.DemoFrom, options.DemoTo, false);
        await markers.WriteAsync(marker, cancellationToken);
        var batches = new DemoGenerator(city, source.Profiles, marker.Seed)
            .Generate(Month(marker.From), Month(marker.To)).ToArray();
        var key = string.Create(CultureInfo.InvariantCulture, $"demo-{marker.DatasetId}-{marker.Seed}");
        var done = 0;
        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = ReportsAtOnce, CancellationToken = cancellationToken },
            async (batch, _) =>
            {
                await ReportAsync(batch, key);
                progress.Report((double)Interlocked.Increment(ref done) / batches.Length);
            });
        await markers.WriteAsync(marker with { IsComplete = true }, cancellationToken);
    }

    private static TimePeriod Month(string text) => TimePeriod.Parse(text, CultureInfo.InvariantCulture);

    private async Task ReportAsync(ObservationBatch batch, string key)
    {
        var unit = grains.GetGrain<IAdministrativeUnitGrain>(batch.Unit.Value);
        var answer = await unit.Report(new ReportMessage(batch.Reporter, key, batch.Observations));
        if (answer.Rejected is [var first, ..])
        {
            throw new InvalidOperationException(
                $"Demonstration data of unit {batch.Unit} was refused: {first.Refusal.Detail}");
        }
    }
}
