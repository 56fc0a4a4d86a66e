using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Storage.Encoding;

/// <summary>
/// Unpacks what <see cref="BatchEncoder"/> packed. Indicator codes are the table's instances and sources the pool's, so
/// that a batch costs one array. Throws <see cref="InvalidDataException"/> for bytes that no encoder wrote. For one
/// thread.
/// </summary>
internal sealed class BatchDecoder(IndicatorTable indicators, StringPool strings)
{
    public ImmutableArray<Observation> Decode(ReadOnlySpan<byte> blob)
    {
        var reader = new BlobReader(blob);
        var version = reader.ReadByte();
        if (version is < BatchEncoder.Version or > BatchEncoder.NotesVersion)
        {
            throw Invalid($"The layout has version {version}; known are 1 to {BatchEncoder.NotesVersion}.");
        }

        var ticksPerUnit = (long)reader.ReadVarint();
        var count = reader.ReadCount(ObservationBatch.MaxObservations);
        var sources = ReadSources(ref reader);
        Breakdown[] breakdowns = version >= BatchEncoder.BreakdownVersion ? BreakdownTable.Read(ref reader) : [default];
        ObservationNotes?[] notes = version == BatchEncoder.NotesVersion ? NotesTable.Read(ref reader) : [null];
        var indicatorNumbers = new IntegerColumn(ref reader);
        var periods = new IntegerColumn(ref reader);
        var statuses = new IntegerColumn(ref reader);
        var resultTimes = new IntegerColumn(ref reader);
        var sourceIndexes = new IntegerColumn(ref reader);
        var breakdownNumbers = ReadColumn(ref reader, version >= BatchEncoder.BreakdownVersion);
        var noteNumbers = ReadColumn(ref reader, version == BatchEncoder.NotesVersion);
        var denominators = reader.ReadByte();
        var presence = denominators == BatchEncoder.SomeDenominators ? reader.ReadBytes((count + 7) / 8) : [];

        var observations = new Observation[count];
        for (var row = 0; row < count; row++)
        {
            if (!indicators.TryGetCode(indicatorNumbers.Next(), out var indicator) ||
                !TimePeriod.TryFromKey((int)periods.Next(), out var period))
            {
                throw Invalid($"Row {row} has an unknown indicator number or period key.");
            }

            var status = (ObservationStatus)statuses.Next();
            var ticks = unchecked(resultTimes.Next() * ticksPerUnit);
            var source = sourceIndexes.Next();
            var breakdown = breakdownNumbers.Next();
            var note = noteNumbers.Next();
            if ((ulong)ticks > (ulong)DateTimeOffset.MaxValue.Ticks || (ulong)source >= (ulong)sources.Length
                || (ulong)breakdown >= (ulong)breakdowns.Length || (ulong)note >= (ulong)notes.Length)
            {
                throw Invalid($"Row {row} has an impossible result time, source, breakdown or note.");
            }

            var value = PackedNumber.Read(ref reader);
            var hasDenominator = denominators == BatchEncoder.AllDenominators ||
                (!presence.IsEmpty && (presence[row >> 3] & (1 << (row & 7))) != 0);
            double? denominator = hasDenominator ? PackedNumber.Read(ref reader) : null;
            var resultTime = new DateTimeOffset(ticks, TimeSpan.Zero);
            observations[row] = new Observation(
                indicator, period, value, denominator, status, resultTime, sources[source], breakdowns[breakdown],
                notes[note]);
        }

        return reader.IsAtEnd
            ? ImmutableCollectionsMarshal.AsImmutableArray(observations)
            : throw Invalid($"{reader.Remaining} bytes are left over.");
    }

    private static InvalidDataException Invalid(FormattableString reason) =>
        new(FormattableString.Invariant(reason));

    private static IntegerColumn ReadColumn(ref BlobReader reader, bool isThere) =>
        isThere ? new IntegerColumn(ref reader) : IntegerColumn.Zeros;

    private string[] ReadSources(ref BlobReader reader)
    {
        var sources = new string[reader.ReadCount(ObservationBatch.MaxObservations)];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = strings.Get(reader.ReadBytes(reader.ReadCount(BatchEncoder.MaxTextBytes)));
        }

        return sources;
    }
}
