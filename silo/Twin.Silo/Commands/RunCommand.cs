using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Geo.Datasets;
using Twin.Geo.Demo;
using Twin.Geo.Fleet;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Silo.Demo;
using Twin.Silo.Hosting;

namespace Twin.Silo.Commands;

/// <summary>Runs the city until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(Action<TwinOptions> configure, CancellationToken cancellationToken)
    {
        if ((Settings.Read(configure, out var options) ?? ListenGuard.Check(options.Urls)) is { } refusal)
        {
            return Problems.Write(refusal);
        }

        var folder = DatasetFolder.Find(options.Dataset);
        var reading = DatasetReader.Read(folder, new DatasetReaderOptions
        {
            AllPlans = string.Equals(options.Plans, "all", StringComparison.OrdinalIgnoreCase),
            Plans = options.Plans.Length == 0 ? default : [.. options.Plans.Split(',', StringSplitOptions.TrimEntries)],
        });
        if (reading is DatasetReading.Refused refused)
        {
            return Problems.Write(folder, refused.Problems);
        }

        var dataset = ((DatasetReading.Loaded)reading).Dataset; // There are two cases.
        dataset = options.Quarantine ? dataset : dataset with { City = dataset.City.WithoutHolds() };
        var demo = ReadDemo(options, dataset, folder, out var problems);
        if (demo is null)
        {
            return Problems.Write(folder, problems);
        }

        var (rules, wrongRules) = FleetRulesReader.Read(folder);
        if (!wrongRules.IsEmpty)
        {
            return Problems.Write(folder, wrongRules);
        }

        try
        {
            await SiloApplication.Build(options, dataset, demo, rules).RunAsync(cancellationToken);
            return Environment.ExitCode; // Success, unless the city could not be brought up.
        }
        catch (OptionsValidationException exception)
        {
            return Problems.Write(Settings.Refuse(exception.Message));
        }
        catch (Exception exception) when (exception is IOException or ObservationLogException or StateStoreException
            or CityJournalException)
        {
            return Problems.Write(exception);
        }
    }

    /// <summary>What to make demonstration data from; <c>null</c> where the file for it is wrong.</summary>
    private static DemoSource? ReadDemo(
        TwinOptions options, CityDataset dataset, string folder, out ImmutableArray<DatasetProblem> problems)
    {
        problems = [];
        if (!options.Demo || !File.Exists(Path.Combine(folder, DemoProfileReader.FileName)))
        {
            return new DemoSource([]);
        }

        (var profiles, problems) = DemoProfileReader.Read(folder, dataset.City.Indicators);
        return problems.IsEmpty ? new DemoSource(profiles) : null;
    }
}
