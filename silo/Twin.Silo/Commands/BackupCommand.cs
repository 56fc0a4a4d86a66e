using System.CommandLine;
using System.Globalization;
using Twin.Silo.Hosting;
using Twin.Storage.Backup;

namespace Twin.Silo.Commands;

/// <summary>Saves everything that the city keeps to one file, also while the program runs.</summary>
internal static class BackupCommand
{
    private const string Unfinished = ".unfinished";

    private static readonly Argument<string> File = new("file")
    {
        Description = "Where the backup goes; it must not be there yet.",
    };

    public static Command Create(Option<string?> data)
    {
        var command = new Command("backup", "Save the city to a file. The program may run meanwhile.") { File, data };
        command.SetAction((parsed, cancellationToken) => ArchiveCommand.RunAsync(
            parsed.GetValue(data),
            archive => SaveAsync(archive, parsed.GetRequiredValue(File), cancellationToken)));
        return command;
    }

    // The name is given to a whole file only, and to one that is on the disk.
    private static async Task SaveAsync(CityArchive archive, string path, CancellationToken cancellationToken)
    {
        if (System.IO.File.Exists(path))
        {
            throw new BackupException($"The file '{path}' is there already. Choose another name.");
        }

        var unfinished = path + Unfinished;
        try
        {
            BackupSummary? summary = null;
            await SlowWork.RunAsync(
                "Saving the city",
                bar => Task.Run(() => summary = Save(archive, unfinished, bar, cancellationToken), cancellationToken),
                TimeProvider.System);
            System.IO.File.Move(unfinished, path);
            var bytes = new FileInfo(path).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {summary!.Observations:N0} observations, {bytes:N0} bytes.")); // The work has run.
        }
        finally
        {
            System.IO.File.Delete(unfinished);
        }
    }

    private static BackupSummary Save(
        CityArchive archive, string path, IProgress<double> bar, CancellationToken cancellationToken)
    {
        using var stream = System.IO.File.Create(path);
        var summary = archive.Save(stream, TimeProvider.System.GetUtcNow(), bar, cancellationToken);
        stream.Flush(flushToDisk: true);
        return summary;
    }
}
