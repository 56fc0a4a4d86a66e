using System.CommandLine;
using System.Globalization;
using Twin.Silo.Hosting;
using Twin.Storage.Backup;

namespace Twin.Silo.Commands;

/// <summary>Brings the city back from a backup, whatever store that was made from.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> File = new("file") { Description = "The backup." };

    private static readonly Option<bool> Force = new("--force")
    {
        Description = "Replace what the store holds. Without it only an empty store is filled.",
    };

    public static Command Create(Option<string?> data)
    {
        var command = new Command("restore", "Bring the city back from a backup, into an empty store.")
        {
            File, Force, data,
        };
        command.SetAction((parsed, cancellationToken) => ArchiveCommand.RunAsync(
            parsed.GetValue(data),
            archive => RestoreAsync(
                archive, parsed.GetRequiredValue(File), parsed.GetValue(Force), cancellationToken)));
        return command;
    }

    private static async Task RestoreAsync(
        CityArchive archive, string path, bool replace, CancellationToken cancellationToken)
    {
        BackupSummary? summary = null;
        await SlowWork.RunAsync(
            "Restoring the city",
            bar => Task.Run(
                () => summary = Restore(archive, path, replace, bar, cancellationToken), cancellationToken),
            TimeProvider.System);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary!.Observations:N0} observations, as of {summary.CreatedAt:u}. 'twin verify' checks them."));
    }

    private static BackupSummary Restore(
        CityArchive archive,
        string path,
        bool replace,
        IProgress<double> bar,
        CancellationToken cancellationToken)
    {
        using var stream = System.IO.File.OpenRead(path);
        return archive.Restore(stream, replace, bar, cancellationToken);
    }
}
