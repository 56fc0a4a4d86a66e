using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Storage.Backup;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests.Backup;

/// <summary>The suite in SQLite, and what a killed restore leaves there.</summary>
public sealed class SqliteCityArchiveTests : CityArchiveSuite, IDisposable
{
    private readonly List<LogDirectory> _directories = [new()];

    public void Dispose() => _directories.ForEach(directory => directory.Dispose());

    [Fact]
    public async Task What_a_killed_restore_has_left_is_no_log_and_does_not_disturb_the_next()
    {
        using var source = new LogDirectory();
        await using (var log = source.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        }

        var file = new MemoryStream();
        source.Archive.Save(file, Clock.GetUtcNow(), new Progress<double>(), default);
        file.Position = 0;
        using var target = new LogDirectory();
        File.Copy(source.Path, target.Path + ".restoring");
        await File.WriteAllTextAsync(target.Path + ".restoring-wal", "half a page");
        await using (var log = target.Open())
        {
            Assert.Equal(0, log.Head);
        }

        target.Archive.Restore(file, replace: false, new Progress<double>(), default);

        await using var restored = target.Open();
        Assert.Equal(1, restored.Head);
        Assert.False(File.Exists(target.Path + ".restoring-wal"));
    }

    [Fact]
    public async Task A_restore_that_was_killed_between_its_files_is_refused_until_it_is_run_again()
    {
        using var source = new LogDirectory();
        await using (var log = source.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        }

        var file = new MemoryStream();
        source.Archive.Save(file, Clock.GetUtcNow(), new Progress<double>(), default);
        file.Position = 0;
        using var target = new LogDirectory();
        File.Copy(source.Path, target.Path);
        await File.WriteAllTextAsync(target.Path + ".restore", string.Empty);

        var refusal = Assert.Throws<ObservationLogException>(target.Open);
        Assert.Throws<BackupException>(
            () => target.Archive.Save(new MemoryStream(), Clock.GetUtcNow(), new Progress<double>(), default));
        target.Archive.Restore(file, replace: false, new Progress<double>(), default);

        Assert.Contains("twin restore", refusal.Message, StringComparison.Ordinal);
        await using var restored = target.Open();
        Assert.Equal(1, restored.Head);
    }

    [Fact]
    public void A_folder_without_a_log_is_told_so()
    {
        var failure = Assert.Throws<BackupException>(() => _directories[0].Archive.Save(
            new MemoryStream(), Clock.GetUtcNow(), new Progress<double>(), default));

        Assert.Contains("no observation log", failure.Message, StringComparison.Ordinal);
    }

    private protected override string[] DerivedTables =>
        ["log_info", "batch_of_unit", "batch_of_key", "sqlite_sequence"];

    private protected override Task<List<string>> TablesAsync() => Task.FromResult(
        _directories[^1].List($"""
            ATTACH DATABASE '{_directories[^1].JournalPath}' AS city;
            SELECT name FROM sqlite_schema WHERE type = 'table'
            UNION ALL SELECT name FROM city.sqlite_schema WHERE type = 'table'
            """));

    private protected override Task<IObservationLog> OpenAsync() =>
        Task.FromResult<IObservationLog>(LogDirectory.OpenWith(_directories[^1].Options, Clock));

    private protected override Task<CityArchive> ArchiveAsync() =>
        Task.FromResult<CityArchive>(_directories[^1].Archive);

    private protected override Task<ICityJournal> JournalAsync() =>
        Task.FromResult<ICityJournal>(SqliteCityJournal.Open(_directories[^1].JournalPath));

    private protected override Task MakeEmptyAsync()
    {
        _directories.Add(new LogDirectory());
        return Task.CompletedTask;
    }

    private protected override Task DeleteFirstBatchAsync()
    {
        _directories[^1].Change("DELETE FROM batch WHERE first_sequence = 1");
        return Task.CompletedTask;
    }
}
