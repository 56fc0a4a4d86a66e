using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Collects the batches of one chunk, up to its limits.</summary>
internal sealed class ChunkBuilder
{
    /// <summary>The most batches in a chunk.</summary>
    public const int MaxBatches = 256;

    /// <summary>The number of observations after which a chunk takes no further batch.</summary>
    public const int MaxObservations = 32_768;

    private readonly List<LoggedBatch> _batches = [];
    private int _observations;

    /// <summary>Whether the chunk takes no further batch.</summary>
    public bool IsFull => _batches.Count >= MaxBatches || _observations >= MaxObservations;

    public void Add(LoggedBatch batch)
    {
        _batches.Add(batch);
        _observations += batch.Batch.Observations.Length;
    }

    public BatchChunk Build(bool isLast) => new(_batches, isLast);
}
