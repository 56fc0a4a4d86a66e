using Twin.Model.Dimensions;
using Twin.Model.Observations;

namespace Twin.Storage.Encoding;

/// <summary>
/// The different breakdowns of one batch, in order of first use; number 0 is the total and is not written. Most batches
/// have no other, and then there is no table at all.
/// </summary>
internal sealed class BreakdownTable
{
    private readonly List<byte[]> _texts = [];
    private readonly Dictionary<Breakdown, int> _numbers = new() { [Breakdown.None] = 0 };

    private BreakdownTable()
    {
    }

    /// <summary>The most bytes that <see cref="Write"/> needs.</summary>
    public int MaxLength { get; private set; } = BlobWriter.MaxVarintLength;

    /// <summary>Collects them; <c>null</c> where all observations are totals and no table is wanted.</summary>
    public static BreakdownTable? Of(ReadOnlySpan<Observation> observations, bool isWanted)
    {
        var table = isWanted ? new BreakdownTable() : null;
        foreach (ref readonly var observation in observations)
        {
            if (!observation.Breakdown.IsNone)
            {
                (table ??= new BreakdownTable()).Add(observation.Breakdown);
            }
        }

        return table;
    }

    /// <summary>Reads what <see cref="Write"/> wrote: the breakdowns by number.</summary>
    public static Breakdown[] Read(ref BlobReader reader)
    {
        var breakdowns = new Breakdown[reader.ReadCount(ObservationBatch.MaxObservations) + 1];
        for (var number = 1; number < breakdowns.Length; number++)
        {
            var text = StrictUtf8.GetString(reader.ReadBytes(reader.ReadCount(Breakdown.MaxLength)));
            if (!Breakdown.TryParse(text, out breakdowns[number]) || breakdowns[number].IsNone)
            {
                throw new InvalidDataException($"'{text}' is no breakdown.");
            }
        }

        return breakdowns;
    }

    public void Write(ref BlobWriter writer)
    {
        writer.WriteVarint((uint)_texts.Count);
        foreach (var text in _texts)
        {
            writer.WriteVarint((uint)text.Length);
            writer.WriteBytes(text);
        }
    }

    /// <summary>Puts each observation's number into its row.</summary>
    public void FillNumbers(ReadOnlySpan<Observation> observations, Span<long> rows)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = _numbers[observations[row].Breakdown];
        }
    }

    private void Add(Breakdown breakdown)
    {
        if (_numbers.TryAdd(breakdown, _texts.Count + 1))
        {
            var text = StrictUtf8.GetBytes(breakdown.ToString());
            MaxLength += BlobWriter.MaxVarintLength + text.Length;
            _texts.Add(text);
        }
    }
}
