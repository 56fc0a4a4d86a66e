using System.Globalization;
using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.Storage.Encoding;

namespace Twin.Storage.Reading;

/// <summary>
/// Turns a row of the batch table into the batch. Checks its checksum and throws <see cref="ObservationLogException"/>
/// with the sequence number where something is damaged. For one thread at a time.
/// </summary>
internal sealed class BatchRowDecoder
{
    private readonly StringPool _strings = new();
    private readonly BatchDecoder _decoder;

    public BatchRowDecoder(IndicatorTable indicators) => _decoder = new BatchDecoder(indicators, _strings);

    /// <summary>What to throw about damage that starts at a sequence number.</summary>
    public static ObservationLogException Damaged(long sequence, string reason, Exception? cause = null)
    {
        var message = FormattableString.Invariant(
            $"The observation log is damaged at sequence {sequence}: {reason} Restore it from a backup.");
        return cause is null ? new ObservationLogException(message) : new ObservationLogException(message, cause);
    }

    public LoggedBatch Decode(in BatchRow row)
    {
        var content = BatchChecksum.OfContent(row.Unit, row.Reporter, row.Key, row.HasKey, row.Blob);
        if (BatchChecksum.OfRow(content, row.FirstSequence, row.RecordedAtMilliseconds) != row.Checksum)
        {
            throw Damaged(row.FirstSequence, "The checksum does not match.");
        }

        try
        {
            var observations = _decoder.Decode(row.Blob);
            var unit = AdministrativeUnitCode.Parse(_strings.Get(row.Unit), CultureInfo.InvariantCulture);
            var key = row.HasKey ? StrictUtf8.GetString(row.Key) : null;
            var batch = new ObservationBatch(unit, _strings.Get(row.Reporter), key, observations);
            return row.FirstSequence + observations.Length - 1 == row.LastSequence
                ? new LoggedBatch(
                    row.FirstSequence, DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedAtMilliseconds), batch)
                : throw new InvalidDataException("The number of observations does not match.");
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            throw Damaged(row.FirstSequence, exception.Message, exception);
        }
    }
}
