using Twin.Storage.Encoding;

namespace Twin.Storage.Backup;

/// <summary>
/// A store that is filled together with the states that the host of the grains keeps. The host's take their place
/// first: a restore that is killed in between leaves the store empty, or as it was, and is run again.
/// </summary>
internal sealed class StatesBackupTarget : IBackupTarget
{
    private readonly IBackupTarget _inner;
    private readonly IGrainStates _grains;
    private readonly List<GrainStateRow> _states = [];
    private bool _isStates;

    /// <summary>Takes over the store.</summary>
    /// <exception cref="BackupException">
    /// The host keeps states, which are not to be replaced, or its states cannot be read.
    /// </exception>
    public StatesBackupTarget(IBackupTarget inner, IGrainStates grains, bool replace)
    {
        _inner = inner;
        _grains = grains;
        try
        {
            if (!replace && grains.ReadAll().Count > 0)
            {
                throw new BackupException("There are states of grains already. With --force they are replaced.");
            }
        }
        catch
        {
            inner.Dispose();
            throw;
        }
    }

    public void BeginTable(BackupTable table)
    {
        _isStates = table.IsSame(BackupTable.State);
        _inner.BeginTable(table);
    }

    public void WriteRow(ReadOnlySpan<BackupValue> row)
    {
        if (_isStates && row[4].Bytes is { } value && Text(row[1]) is var grainType && _grains.Keeps(grainType))
        {
            _states.Add(new GrainStateRow(grainType, Text(row[2]), Text(row[3]), value.ToArray()));
        }
        else
        {
            _inner.WriteRow(row);
        }
    }

    public void Commit()
    {
        _grains.ReplaceAll(_states);
        _inner.Commit();
    }

    public void Dispose() => _inner.Dispose();

    private static string Text(BackupValue value) => StrictUtf8.GetString((value.Bytes ?? default).ToArray());
}
