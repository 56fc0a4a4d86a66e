namespace Twin.Storage.Encoding;

/// <summary>
/// A batch in the bytes that go to the store: unit, reporter, idempotency key (UTF-8) and packed observations in one
/// buffer, and the state of the checksum over them.
/// </summary>
internal sealed class EncodedBatch(byte[] bytes, int unitLength, int reporterLength, int? keyLength, int count)
{
    private readonly uint _checksum = BatchChecksum.OfContent(bytes, unitLength, reporterLength, keyLength);

    /// <summary>How many observations it holds.</summary>
    public int Count => count;

    /// <summary>The size of the buffer in bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>Whether it has an idempotency key.</summary>
    public bool HasKey => keyLength is not null;

    /// <summary>The code of the unit.</summary>
    public ReadOnlySpan<byte> Unit => bytes.AsSpan(0, unitLength);

    /// <summary>Who sent it.</summary>
    public ReadOnlySpan<byte> Reporter => bytes.AsSpan(unitLength, reporterLength);

    /// <summary>The idempotency key; empty when there is none.</summary>
    public ReadOnlySpan<byte> Key => bytes.AsSpan(unitLength + reporterLength, keyLength ?? 0);

    /// <summary>The packed observations.</summary>
    public ReadOnlySpan<byte> Blob => bytes.AsSpan(unitLength + reporterLength + (keyLength ?? 0));

    /// <summary>The checksum of the row that the batch becomes.</summary>
    public uint Checksum(long firstSequence, long recordedAtMilliseconds) =>
        BatchChecksum.OfRow(_checksum, firstSequence, recordedAtMilliseconds);
}
