using Twin.Model.Observations;
using Twin.Model.Vessels;
using Twin.Storage.Encoding;

namespace Twin.Storage.Positions;

/// <summary>What a row of packed positions is checked by.</summary>
internal static class PositionRow
{
    /// <summary>The checksum over every column.</summary>
    public static long Checksum(long sequence, int shard, long recordedAtMilliseconds, ReadOnlySpan<byte> blob)
    {
        var state = Crc32C.Append(Crc32C.Start, blob);
        state = Crc32C.Append(Crc32C.Append(state, sequence), shard);
        return Crc32C.Finish(Crc32C.Append(state, recordedAtMilliseconds));
    }

    /// <summary>Checks and unpacks a row; throws <see cref="ObservationLogException"/> where it is damaged.</summary>
    public static LoggedPositions Read(
        long sequence, int shard, long recordedAtMilliseconds, long checksum, ReadOnlySpan<byte> blob)
    {
        try
        {
            if (checksum == Checksum(sequence, shard, recordedAtMilliseconds, blob))
            {
                return new LoggedPositions(
                    sequence,
                    DateTimeOffset.FromUnixTimeMilliseconds(recordedAtMilliseconds),
                    PositionCodec.Decode(blob));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
        {
            throw Damaged(sequence, exception);
        }

        throw Damaged(sequence, null);
    }

    private static ObservationLogException Damaged(long sequence, Exception? exception)
    {
        var text = FormattableString.Invariant(
            $"The position log is damaged at number {sequence}. Restore it from a backup.");
        return exception is null ? new ObservationLogException(text) : new ObservationLogException(text, exception);
    }
}
