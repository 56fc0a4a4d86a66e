using Twin.Storage.Encoding;

namespace Twin.Storage.Backup;

/// <summary>
/// A store whose states are joined by those that the host of the grains keeps. These are read once, right after the
/// store's moment.
/// </summary>
internal sealed class StatesBackupSource(IBackupSource inner, IGrainStates grains) : IBackupSource
{
    private readonly IReadOnlyList<GrainStateRow> _states = grains.ReadAll();

    public long CountRows(BackupTable table) =>
        inner.CountRows(table) + (table.IsSame(BackupTable.State) ? _states.Count : 0);

    public IEnumerable<BackupValue[]> ReadRows(BackupTable table) =>
        table.IsSame(BackupTable.State) ? ReadStates() : inner.ReadRows(table);

    public void Dispose() => inner.Dispose();

    private IEnumerable<BackupValue[]> ReadStates()
    {
        var newer = _states.Select(state => (state.GrainType, state.StateName, state.Key)).ToHashSet();
        long version = 0;
        foreach (var row in inner.ReadRows(BackupTable.State))
        {
            version = Math.Max(version, row[0].Number ?? 0);
            if (!newer.Contains((Text(row[1]), Text(row[2]), Text(row[3]))))
            {
                yield return row;
            }
        }

        foreach (var state in _states)
        {
            yield return
            [
                BackupValue.Of(++version),
                Of(state.GrainType),
                Of(state.StateName),
                Of(state.Key),
                BackupValue.Of(state.Value),
            ];
        }
    }

    private static BackupValue Of(string text) => BackupValue.Of(StrictUtf8.GetBytes(text));

    private static string Text(BackupValue value) => StrictUtf8.GetString((value.Bytes ?? default).ToArray());
}
