using System.CommandLine;
using Twin.Geo.Datasets;
using Twin.Geo.Schematic;
using Twin.Silo.Hosting;

namespace Twin.Silo.Commands;

/// <summary>Draws the schematic boundaries of a dataset anew from its tables.</summary>
internal static class BoundariesCommand
{
    public static Command Create(Option<string?> dataset)
    {
        var command = new Command("boundaries", "Draw a dataset's schematic boundaries anew from its tables.");
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(dataset) ?? new TwinOptions().Dataset, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string dataset, CancellationToken cancellationToken)
    {
        var folder = DatasetFolder.Find(dataset);
        var reading = DatasetReader.Read(folder, new DatasetReaderOptions { WithBoundaries = false });
        if (reading is not DatasetReading.Loaded loaded)
        {
            return Problems.Write(folder, ((DatasetReading.Refused)reading).Problems); // There are two cases.
        }

        foreach (var file in await SchematicBoundaryFiles.WriteAsync(folder, loaded.Dataset, cancellationToken))
        {
            Console.WriteLine(Path.Combine(folder, file));
        }

        return ExitCode.Success;
    }
}
