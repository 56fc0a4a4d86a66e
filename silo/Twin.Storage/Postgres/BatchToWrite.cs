using Twin.Storage.Encoding;

namespace Twin.Storage.Postgres;

/// <summary>A batch that gets its row in the commit under way.</summary>
/// <param name="Batch">The packed batch.</param>
/// <param name="FirstSequence">The sequence number of its first observation.</param>
internal readonly record struct BatchToWrite(EncodedBatch Batch, long FirstSequence);
