using Twin.Model.Units;
using Twin.Storage.Indexing;

namespace Twin.Storage.Reading;

/// <summary>Reads one unit's batches: first those that the index table tells of, then those of the tail.</summary>
internal sealed class UnitCursor(BatchReader reader, AdministrativeUnitCode unit, UnitTail tail, long lastSequence)
    : BatchCursor
{
    private readonly long _indexedTo = Math.Min(tail.IndexedTo, lastSequence);
    private long _after;
    private int _tailPosition;

    public override BatchChunk Next()
    {
        var chunk = new ChunkBuilder();
        if (_after < _indexedTo)
        {
            _after = reader.ReadUnit(chunk, unit, _after, _indexedTo);
        }

        while (!chunk.IsFull && _tailPosition < tail.FirstSequences.Count)
        {
            var firstSequence = tail.FirstSequences[_tailPosition++];
            if (firstSequence <= lastSequence)
            {
                chunk.Add(reader.ReadOne(unit, firstSequence));
            }
        }

        return chunk.Build(isLast: _after >= _indexedTo && _tailPosition == tail.FirstSequences.Count);
    }
}
