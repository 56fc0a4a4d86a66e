namespace Twin.Storage.Positions;

/// <summary>
/// Finds by halving where what was recorded before an instant ends: numbers grow with time, so no table of times need
/// be kept for it. Some 40 looks for a million batches. For one thread.
/// </summary>
/// <param name="last">The last number there is.</param>
/// <param name="atMilliseconds">The instant.</param>
internal sealed class EndSearch(long last, long atMilliseconds)
{
    private long _high = last;

    /// <summary>Everything up to this number was recorded before, as far as is known by now.</summary>
    public long End { get; private set; }

    /// <summary>Whether no more need be looked at.</summary>
    public bool IsDone => End >= _high;

    /// <summary>The number from which the next row is to be looked at.</summary>
    public long Next => End + ((_high - End) / 2) + 1;

    /// <summary>Takes the first row from <see cref="Next"/> on.</summary>
    public void Take(long sequence, long recordedAtMilliseconds)
    {
        if (recordedAtMilliseconds < atMilliseconds)
        {
            End = sequence;
        }
        else
        {
            _high = Next - 1;
        }
    }
}
