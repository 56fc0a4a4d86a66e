using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Some batches in order, perhaps none, and whether the reading ends with them.</summary>
internal readonly record struct BatchChunk(IReadOnlyList<LoggedBatch> Batches, bool IsLast);
