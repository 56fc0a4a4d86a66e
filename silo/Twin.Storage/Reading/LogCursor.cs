namespace Twin.Storage.Reading;

/// <summary>Reads the batches of all units after a sequence number, up to another.</summary>
internal sealed class LogCursor(BatchReader reader, long afterSequence, long lastSequence) : BatchCursor
{
    private long? _after;

    public override BatchChunk Next()
    {
        var chunk = new ChunkBuilder();

        // Nothing after the number may be missed, so a number inside a batch leads back to the one before that batch.
        var after = reader.ReadAll(chunk, _after ?? reader.EndBefore(afterSequence), lastSequence);
        _after = after;
        return chunk.Build(isLast: after >= lastSequence);
    }
}
