namespace Twin.Storage.Backup;

/// <summary>
/// Saves everything that a city keeps to a file, and restores it. The file is the same whatever store it comes from, so
/// a city moves from one to the other by it. Members block.
/// </summary>
public abstract class CityArchive
{
    private readonly IGrainStates? _grains;

    /// <param name="grains">What the host of the grains keeps by itself, where it does.</param>
    private protected CityArchive(IGrainStates? grains) => _grains = grains;

    private protected abstract string StoreName { get; }

    /// <summary>
    /// Writes the city as it is at one moment; the program may run meanwhile. Throws <see cref="BackupException"/> when
    /// the store cannot be read.
    /// </summary>
    /// <param name="stream">Where to; only a whole backup can be restored.</param>
    /// <param name="createdAt">The time now.</param>
    /// <param name="progress">Hears the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public BackupSummary Save(
        Stream stream, DateTimeOffset createdAt, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(progress);
        using var source = _grains is null ? OpenSource() : new StatesBackupSource(OpenSource(), _grains);
        var header = new BackupHeader(createdAt, StoreName);
        var writer = new BackupWriter(stream, header);
        var counter = new ObservationCounter();
        var total = Math.Max(1, BackupTable.All.Sum(source.CountRows));
        foreach (var table in BackupTable.All)
        {
            writer.BeginTable(table);
            foreach (var row in source.ReadRows(table))
            {
                cancellationToken.ThrowIfCancellationRequested();
                counter.Count(table, row);
                writer.WriteRow(row);
                progress.Report((double)writer.Rows / total);
            }
        }

        writer.Finish();
        return new BackupSummary(createdAt, counter.Observations, writer.Rows);
    }

    /// <summary>
    /// Replaces an empty store's content by a backup's, all or nothing. Throws <see cref="BackupException"/> when the
    /// file is not a whole and sound backup, when the store is in use, or when it is not empty.
    /// </summary>
    /// <param name="stream">The backup, of which position and length are known.</param>
    /// <param name="replace">Whether a store that is not empty loses its content.</param>
    /// <param name="progress">Hears the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public BackupSummary Restore(
        Stream stream, bool replace, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(progress);
        var reader = new BackupReader(stream);
        using var target = _grains is null
            ? OpenTarget(replace)
            : new StatesBackupTarget(OpenTarget(replace), _grains, replace);
        var counter = new ObservationCounter();
        long rows = 0;
        while (reader.NextTable() is { } table)
        {
            target.BeginTable(table);
            var row = new BackupValue[table.Columns.Length];
            while (reader.TryReadRow(row))
            {
                cancellationToken.ThrowIfCancellationRequested();
                counter.Count(table, row);
                target.WriteRow(row);
                rows++;
                progress.Report((double)stream.Position / stream.Length);
            }
        }

        target.Commit();
        return new BackupSummary(reader.Header.CreatedAt, counter.Observations, rows);
    }

    private protected abstract IBackupSource OpenSource();

    private protected abstract IBackupTarget OpenTarget(bool replace);
}
