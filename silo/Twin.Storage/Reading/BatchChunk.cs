using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Some batches in order, and whether the reading ends with them. Empty only when it does.</summary>
internal readonly record struct BatchChunk(IReadOnlyList<LoggedBatch> Batches, bool IsLast);
