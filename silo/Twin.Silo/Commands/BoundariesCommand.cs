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
        command.SetAction(parsed => Run(parsed.GetValue(dataset) ?? new TwinOptions().Dataset));
        return command;
    }

    private static int Run(string dataset)
    {
        var folder = DatasetFolder.Find(dataset);
        var reading = DatasetReader.Read(folder);
        if (reading is not DatasetReading.Loaded loaded)
        {
            return Problems.Write(folder, ((DatasetReading.Refused)reading).Problems); // There are two cases.
        }

        var drawn = SchematicBoundaries.Build(loaded.Dataset.Tables);
        foreach (var committed in loaded.Dataset.Boundaries.Where(b => b.IsSchematic))
        {
            var set = drawn.Single(s => s.ValidFrom == committed.ValidFrom);
            var file = Path.Combine(folder, committed.File);
            File.WriteAllBytes(file, set.ToGeoJson());
            Console.WriteLine(FormattableString.Invariant($"{file}: {set.Features.Length} units"));
        }

        return ExitCode.Success;
    }
}
