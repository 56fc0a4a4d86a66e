using Twin.Model.Observations;

namespace Twin.Storage.Encoding;

/// <summary>The different sources of one batch, in order of first use. Mostly there is one.</summary>
internal sealed class SourceTable
{
    private readonly List<byte[]> _sources = [];

    // Null while all observations have the first one's source.
    private Dictionary<string, int>? _indexes;

    private SourceTable()
    {
    }

    /// <summary>The most bytes that <see cref="Write"/> needs.</summary>
    public int MaxLength { get; private set; } = BlobWriter.MaxVarintLength;

    /// <summary>Collects them; throws <see cref="ArgumentException"/> for a source that cannot be kept.</summary>
    public static SourceTable Of(ReadOnlySpan<Observation> observations)
    {
        var table = new SourceTable();
        var first = observations[0].Source;
        table.Add(first);
        foreach (ref readonly var observation in observations)
        {
            if (table._indexes is null && string.Equals(observation.Source, first, StringComparison.Ordinal))
            {
                continue;
            }

            table._indexes ??= new Dictionary<string, int>(StringComparer.Ordinal) { [first] = 0 };
            if (observation.Source is null || table._indexes.TryAdd(observation.Source, table._sources.Count))
            {
                table.Add(observation.Source);
            }
        }

        return table;
    }

    public void Write(ref BlobWriter writer)
    {
        writer.WriteVarint((uint)_sources.Count);
        foreach (var source in _sources)
        {
            writer.WriteVarint((uint)source.Length);
            writer.WriteBytes(source);
        }
    }

    /// <summary>Puts each observation's place in the table into its row.</summary>
    public void FillIndexes(ReadOnlySpan<Observation> observations, Span<long> rows)
    {
        if (_indexes is null)
        {
            rows.Clear();
            return;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = _indexes[observations[row].Source];
        }
    }

    private void Add(string? source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var bytes = StrictUtf8.GetBytes(source);
        MaxLength += BlobWriter.MaxVarintLength + bytes.Length;
        if (bytes.Length > BatchEncoder.MaxTextBytes || MaxLength > BatchEncoder.MaxSourceTableBytes)
        {
            throw new ArgumentException(
                $"A source has {bytes.Length} bytes; the limits are {BatchEncoder.MaxTextBytes} for one and " +
                $"{BatchEncoder.MaxSourceTableBytes} for those of a batch.",
                nameof(source));
        }

        _sources.Add(bytes);
    }
}
