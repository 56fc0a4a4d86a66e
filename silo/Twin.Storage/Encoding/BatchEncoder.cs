using System.Buffers;
using Twin.Model.Observations;

namespace Twin.Storage.Encoding;

/// <summary>
/// Packs a batch on its caller's thread, so that the writer has only bytes to bind. Layout of the blob:
/// version (1 byte); ticks per unit of result time (varint); count (varint); sources (varint count, each varint length
/// and UTF-8); the columns indicator number, period key, status, result time and source index
/// (<see cref="IntegerColumn"/>); which rows have a denominator (mode byte, then a bit a row where only some have);
/// then, row by row, value and denominator (<see cref="PackedNumber"/>). A batch in which something is broken down has
/// version 2: the sources are followed by the breakdowns (varint count, each varint length and text) and their column
/// by that of breakdown numbers, 0 for the total. A batch in which something has notes has version 3: as 2, and after
/// the breakdowns the notes (varint count, each varint length and text), after the column of breakdowns that of note
/// numbers, 0 for none. All others are written as version 1, as they always were.
/// </summary>
internal static class BatchEncoder
{
    /// <summary>The version of the blob's layout where all observations are totals.</summary>
    public const byte Version = 1;

    /// <summary>The version of the layout where some are parts.</summary>
    public const byte BreakdownVersion = 2;

    /// <summary>The version of the layout where some have notes.</summary>
    public const byte NotesVersion = 3;

    /// <summary>The longest reporter, idempotency key or source, in UTF-8 bytes.</summary>
    public const int MaxTextBytes = 1024;

    /// <summary>The most bytes of source names, all different ones of a batch together.</summary>
    public const int MaxSourceTableBytes = 16 * 1024 * 1024;

    internal const byte NoDenominators = 0;
    internal const byte AllDenominators = 1;
    internal const byte SomeDenominators = 2;

    private const int HeaderLength = 1 + (3 * BlobWriter.MaxVarintLength);
    private const int Columns = 7;

    /// <summary>Checks and packs; throws <see cref="ArgumentException"/> for a batch that no log can hold.</summary>
    public static EncodedBatch Encode(ObservationBatch batch, IndicatorTable indicators)
    {
        Check(batch);
        var observations = batch.Observations.AsSpan();
        var sources = SourceTable.Of(observations);
        var notes = NotesTable.Of(observations);
        var breakdowns = BreakdownTable.Of(observations, isWanted: notes is not null);
        var unit = StrictUtf8.GetBytes(batch.Unit.Value);
        var reporter = Text(batch.Reporter, nameof(batch.Reporter));
        var key = batch.IdempotencyKey is { } text ? Text(text, nameof(batch.IdempotencyKey)) : null;

        var rows = observations.Length;
        var most = unit.Length + reporter.Length + (key?.Length ?? 0) + HeaderLength + sources.MaxLength +
            (breakdowns?.MaxLength ?? 0) + (notes?.MaxLength ?? 0) +
            (Columns * IntegerColumn.MaxLength(rows)) + 1 + rows + (rows * 2 * PackedNumber.MaxLength);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var column = ArrayPool<long>.Shared.Rent(rows);
        try
        {
            var writer = new BlobWriter(buffer);
            writer.WriteBytes(unit);
            writer.WriteBytes(reporter);
            writer.WriteBytes(key);
            WriteBlob(ref writer, observations, sources, breakdowns, notes, indicators, column.AsSpan(0, rows));
            return new EncodedBatch(
                buffer.AsSpan(0, writer.Position).ToArray(), unit.Length, reporter.Length, key?.Length, rows);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            ArrayPool<long>.Shared.Return(column);
        }
    }

    private static void Check(ObservationBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Observations.IsDefaultOrEmpty || batch.Observations.Length > ObservationBatch.MaxObservations)
        {
            var count = batch.Observations.IsDefault ? 0 : batch.Observations.Length;
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"A batch holds 1 to {ObservationBatch.MaxObservations} observations, not {count}."),
                nameof(batch));
        }

        if (batch.Unit == default || batch.IdempotencyKey is "")
        {
            throw new ArgumentException("A batch names a unit, and its idempotency key is not empty.", nameof(batch));
        }
    }

    private static byte[] Text(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        var bytes = StrictUtf8.GetBytes(text);
        return bytes.Length <= MaxTextBytes
            ? bytes
            : throw new ArgumentException($"The text has {bytes.Length} bytes; the limit is {MaxTextBytes}.", name);
    }

    private static void WriteBlob(
        ref BlobWriter writer,
        ReadOnlySpan<Observation> observations,
        SourceTable sources,
        BreakdownTable? breakdowns,
        NotesTable? notes,
        IndicatorTable indicators,
        Span<long> column)
    {
        // Result times are whole milliseconds by contract; whoever has finer ones gets them back all the same.
        var ticksPerUnit = TicksPerUnit(observations);
        writer.WriteByte(VersionOf(breakdowns, notes));
        writer.WriteVarint((ulong)ticksPerUnit);
        writer.WriteVarint((uint)observations.Length);
        sources.Write(ref writer);
        breakdowns?.Write(ref writer);
        notes?.Write(ref writer);

        for (var row = 0; row < observations.Length; row++)
        {
            column[row] = observations[row].Indicator == default || observations[row].Period == default
                ? throw new ArgumentException(
                    FormattableString.Invariant($"Observation {row} names no indicator or no period."),
                    nameof(observations))
                : indicators.GetOrAdd(observations[row].Indicator);
        }

        IntegerColumn.Write(ref writer, column);
        for (var row = 0; row < observations.Length; row++)
        {
            column[row] = observations[row].Period.Key;
        }

        IntegerColumn.Write(ref writer, column);
        for (var row = 0; row < observations.Length; row++)
        {
            column[row] = (byte)observations[row].Status;
        }

        IntegerColumn.Write(ref writer, column);
        for (var row = 0; row < observations.Length; row++)
        {
            column[row] = observations[row].ResultTime.UtcTicks / ticksPerUnit;
        }

        IntegerColumn.Write(ref writer, column);
        sources.FillIndexes(observations, column);
        IntegerColumn.Write(ref writer, column);
        WritePartsAndNotes(ref writer, observations, breakdowns, notes, column);
        WriteNumbers(ref writer, observations);
    }

    private static byte VersionOf(BreakdownTable? breakdowns, NotesTable? notes) => (breakdowns, notes) switch
    {
        (_, not null) => NotesVersion,
        (not null, null) => BreakdownVersion,
        _ => Version,
    };

    private static void WritePartsAndNotes(
        ref BlobWriter writer,
        ReadOnlySpan<Observation> observations,
        BreakdownTable? breakdowns,
        NotesTable? notes,
        Span<long> column)
    {
        if (breakdowns is not null)
        {
            breakdowns.FillNumbers(observations, column);
            IntegerColumn.Write(ref writer, column);
        }

        if (notes is not null)
        {
            notes.FillNumbers(observations, column);
            IntegerColumn.Write(ref writer, column);
        }
    }

    private static long TicksPerUnit(ReadOnlySpan<Observation> observations)
    {
        foreach (ref readonly var observation in observations)
        {
            if (observation.ResultTime.UtcTicks % TimeSpan.TicksPerMillisecond != 0)
            {
                return 1;
            }
        }

        return TimeSpan.TicksPerMillisecond;
    }

    private static void WriteNumbers(ref BlobWriter writer, ReadOnlySpan<Observation> observations)
    {
        var denominators = 0;
        foreach (ref readonly var observation in observations)
        {
            denominators += observation.Denominator is null ? 0 : 1;
        }

        if (denominators == 0 || denominators == observations.Length)
        {
            writer.WriteByte(denominators == 0 ? NoDenominators : AllDenominators);
        }
        else
        {
            writer.WriteByte(SomeDenominators);
            WritePresence(ref writer, observations);
        }

        foreach (ref readonly var observation in observations)
        {
            PackedNumber.Write(ref writer, observation.Value);
            if (observation.Denominator is { } denominator)
            {
                PackedNumber.Write(ref writer, denominator);
            }
        }
    }

    private static void WritePresence(ref BlobWriter writer, ReadOnlySpan<Observation> observations)
    {
        for (var start = 0; start < observations.Length; start += 8)
        {
            var bits = 0;
            for (var row = start; row < Math.Min(start + 8, observations.Length); row++)
            {
                bits |= observations[row].Denominator is null ? 0 : 1 << (row - start);
            }

            writer.WriteByte((byte)bits);
        }
    }
}
