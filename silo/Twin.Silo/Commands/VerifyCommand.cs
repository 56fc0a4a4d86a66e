using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Twin.Geo.Datasets;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Silo.Hosting;

namespace Twin.Silo.Commands;

/// <summary>
/// Works out every figure from the log in one go and compares it with what the grains hold, bit for bit.
/// </summary>
internal static class VerifyCommand
{
    private const int Shown = 20;

    public static Command Create(Option<string?> data, Option<string?> dataset)
    {
        var command = new Command("verify", "Recompute every figure from the log and compare it with the roll-up.")
        {
            data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(data), parsed.GetValue(dataset), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string? dataset, CancellationToken cancellationToken)
    {
        var refusal = Settings.Read(
            read =>
            {
                read.Data = data ?? read.Data;
                read.Dataset = dataset ?? read.Dataset;
            },
            out var options);
        if (refusal is not null)
        {
            return Problems.Write(refusal);
        }

        var folder = DatasetFolder.Find(options.Dataset);
        var reading = DatasetReader.Read(folder, new DatasetReaderOptions { AllPlans = true, WithBoundaries = false });
        if (reading is not DatasetReading.Loaded loaded)
        {
            return Problems.Write(folder, ((DatasetReading.Refused)reading).Problems); // There are two cases.
        }

        try
        {
            var differences = await CompareAsync(options, loaded.Dataset, cancellationToken);
            return differences == 0 ? ExitCode.Success : ExitCode.Difference;
        }
        catch (Exception exception) when (exception is IOException or ObservationLogException or CityJournalException)
        {
            return Problems.Write(exception);
        }
    }

    private static async Task<int> CompareAsync(
        TwinOptions options, CityDataset dataset, CancellationToken cancellationToken)
    {
        var host = SiloApplication.BuildGrainsOnly(options, dataset);
        await using var services = (IAsyncDisposable)host; // The host's own type is, and closes the log.
        var log = host.Services.GetRequiredService<IObservationLog>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await host.StartAsync(cancellationToken);
        var city = await host.Services.GetRequiredService<LiveCity>().CatchUpAsync(cancellationToken);
        var differences = await CompareAsync(city.Definition, log, grains, cancellationToken);
        await host.StopAsync(cancellationToken);
        return differences;
    }

    private static async Task<int> CompareAsync(
        CityDefinition city, IObservationLog log, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var recompute = new BatchRecompute(city.Tree, city.Indicators);
        await foreach (var batch in log.ReadAllAsync(0, cancellationToken))
        {
            recompute.Add(batch);
        }

        var compared = 0;
        var differences = 0;
        foreach (var (indicator, period, breakdown) in recompute.Cells())
        {
            foreach (var unit in city.Tree.On(period.End).Units)
            {
                var expected = recompute.Compute(unit.Code, indicator, period, breakdown);
                var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Code.Value);
                var live = await grain.GetRollup(indicator.Code, period, null, breakdown);
                compared++;
                if (!IsSame(expected, live) && ++differences <= Shown)
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{unit.Code} {indicator.Code} {period} {breakdown}: "
                        + $"log {expected.Numerator:R}, roll-up {live?.Numerator:R}"));
                }
            }
        }

        var (derived, wrong) = await CompareDerivedAsync(city, recompute, grains);
        compared += derived;
        differences += wrong;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{log.Head:N0} observations: {compared:N0} figures recomputed in {seconds:N1} s, "
            + $"{differences:N0} differ."));
        return differences;
    }

    /// <summary>Works out from the recompute what units work out from their own figures, and compares that.</summary>
    private static async Task<(int Compared, int Differences)> CompareDerivedAsync(
        CityDefinition city, BatchRecompute recompute, IGrainFactory grains)
    {
        var (compared, differences) = (0, 0);
        var periods = RecomputedFigures.PeriodsOf(recompute);
        foreach (var unit in city.Tree.Versions.Select(version => version.Code).Distinct())
        {
            var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
            var derived = new DerivedFigures(
                unit, city.Indicators, new RecomputedFigures(city, recompute, unit, periods));
            foreach (var ordinal in city.Indicators.Derived)
            {
                foreach (var period in derived.Periods(ordinal)
                    .Where(period => city.Tree.Find(unit, period.End) is not null))
                {
                    var expected = derived.Figure(ordinal, period);
                    var live = await grain.GetRollup(expected.Indicator, period, null);
                    compared++;
                    if (BitsOf(live?.Value) != BitsOf(expected.Value) && ++differences <= Shown)
                    {
                        Console.WriteLine(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{unit} {expected.Indicator} {period}: log {expected.Value:R}, live {live?.Value:R}"));
                    }
                }
            }
        }

        return (compared, differences);
    }

    private static long BitsOf(double? number) => BitConverter.DoubleToInt64Bits(number ?? double.NaN);

    private static bool IsSame(in Aggregate expected, Rollup? live) =>
        live is not null
        && live.Reported == expected.Reported
        && BitConverter.DoubleToInt64Bits(live.Numerator ?? 0) == BitConverter.DoubleToInt64Bits(expected.Numerator)
        && (live.Denominator is not { } denominator
            || BitConverter.DoubleToInt64Bits(denominator) == BitConverter.DoubleToInt64Bits(expected.Denominator));
}
