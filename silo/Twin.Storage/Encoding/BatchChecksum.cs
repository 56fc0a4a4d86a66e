namespace Twin.Storage.Encoding;

/// <summary>
/// The checksum of a batch's row. It covers every column and their lengths, so neither a damaged blob nor a row that
/// took another's unit, number or time passes.
/// </summary>
internal static class BatchChecksum
{
    private const int NoKey = -1;

    /// <summary>The state after unit, reporter, key and blob, which lie one behind the other.</summary>
    public static uint OfContent(ReadOnlySpan<byte> bytes, int unitLength, int reporterLength, int? keyLength) =>
        WithLengths(Crc32C.Append(Crc32C.Start, bytes), unitLength, reporterLength, keyLength);

    /// <summary>The same state, from the columns of a row; <paramref name="key"/> is unused without one.</summary>
    public static uint OfContent(
        ReadOnlySpan<byte> unit,
        ReadOnlySpan<byte> reporter,
        ReadOnlySpan<byte> key,
        bool hasKey,
        ReadOnlySpan<byte> blob)
    {
        var state = Crc32C.Append(Crc32C.Start, unit);
        state = Crc32C.Append(state, reporter);
        state = Crc32C.Append(state, key);
        state = Crc32C.Append(state, blob);
        return WithLengths(state, unit.Length, reporter.Length, hasKey ? key.Length : null);
    }

    /// <summary>The whole checksum, once the row's number and time are known.</summary>
    public static uint OfRow(uint content, long firstSequence, long recordedAtMilliseconds) =>
        Crc32C.Finish(Crc32C.Append(Crc32C.Append(content, firstSequence), recordedAtMilliseconds));

    /// <summary>The checksum of the row of an indicator code, in ASCII.</summary>
    public static long OfIndicator(long id, ReadOnlySpan<byte> code) =>
        Crc32C.Finish(Crc32C.Append(Crc32C.Append(Crc32C.Start, code), id));

    private static uint WithLengths(uint state, int unitLength, int reporterLength, int? keyLength)
    {
        state = Crc32C.Append(state, ((long)unitLength << 32) | (uint)reporterLength);
        return Crc32C.Append(state, keyLength ?? NoKey);
    }
}
