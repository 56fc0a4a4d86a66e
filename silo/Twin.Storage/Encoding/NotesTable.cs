using Twin.Model.Observations;

namespace Twin.Storage.Encoding;

/// <summary>
/// The different notes of one batch, in order of first use; number 0 is none and is not written. Most batches have no
/// notes, and then there is no table at all.
/// </summary>
internal sealed class NotesTable
{
    private readonly List<byte[]> _texts = [];
    private readonly Dictionary<ObservationNotes, int> _numbers = [];

    private NotesTable()
    {
    }

    /// <summary>The most bytes that <see cref="Write"/> needs.</summary>
    public int MaxLength { get; private set; } = BlobWriter.MaxVarintLength;

    /// <summary>Collects them; <c>null</c> where no observation has any.</summary>
    public static NotesTable? Of(ReadOnlySpan<Observation> observations)
    {
        NotesTable? table = null;
        foreach (ref readonly var observation in observations)
        {
            if (observation.Notes is { } notes)
            {
                (table ??= new NotesTable()).Add(notes);
            }
        }

        return table;
    }

    /// <summary>Reads what <see cref="Write"/> wrote: the notes by number.</summary>
    public static ObservationNotes?[] Read(ref BlobReader reader)
    {
        var notes = new ObservationNotes?[reader.ReadCount(ObservationBatch.MaxObservations) + 1];
        for (var number = 1; number < notes.Length; number++)
        {
            var text = StrictUtf8.GetString(reader.ReadBytes(reader.ReadCount(ObservationNotes.MaxLength)));
            if (!ObservationNotes.TryParse(text, out notes[number]))
            {
                throw new InvalidDataException($"'{text}' are no notes.");
            }
        }

        return notes;
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
            rows[row] = observations[row].Notes is { } notes ? _numbers[notes] : 0;
        }
    }

    private void Add(ObservationNotes notes)
    {
        if (!_numbers.TryAdd(notes, _texts.Count + 1))
        {
            return;
        }

        var text = StrictUtf8.GetBytes(notes.ToString());
        MaxLength += BlobWriter.MaxVarintLength + text.Length;
        if (text.Length is 0 or > ObservationNotes.MaxLength)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Notes have {text.Length} bytes; there must be some, and {ObservationNotes.MaxLength} at most."),
                nameof(notes));
        }

        _texts.Add(text);
    }
}
