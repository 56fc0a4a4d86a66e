namespace Twin.Storage.Reading;

/// <summary>A row of the batch table, as the store gives it; its bytes may lie in the store's own memory.</summary>
internal readonly ref struct BatchRow
{
    public required long FirstSequence { get; init; }

    public required long LastSequence { get; init; }

    public required long RecordedAtMilliseconds { get; init; }

    public required long Checksum { get; init; }

    public required ReadOnlySpan<byte> Unit { get; init; }

    public required ReadOnlySpan<byte> Reporter { get; init; }

    public required bool HasKey { get; init; }

    /// <summary>The idempotency key; empty without one.</summary>
    public required ReadOnlySpan<byte> Key { get; init; }

    public required ReadOnlySpan<byte> Blob { get; init; }
}
