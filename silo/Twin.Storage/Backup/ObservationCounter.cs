namespace Twin.Storage.Backup;

/// <summary>Counts the observations of batches that pass, and makes sure that none is missing between them.</summary>
internal sealed class ObservationCounter
{
    /// <summary>How many have passed; the last one's sequence number.</summary>
    public long Observations { get; private set; }

    public void Count(BackupTable table, ReadOnlySpan<BackupValue> row)
    {
        if (!table.IsSame(BackupTable.Batch))
        {
            return;
        }

        if (row[0].Number != Observations + 1 || row[1].Number is not { } last || last <= Observations)
        {
            throw new BackupException(FormattableString.Invariant(
                $"The observation log is damaged: the batch at sequence {Observations + 1} is missing."));
        }

        Observations = last;
    }
}
