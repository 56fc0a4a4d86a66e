namespace Twin.Embedded.Streams;

/// <summary>Some results of a stream; none when the grain has none yet.</summary>
/// <param name="Items">The results, in order.</param>
/// <param name="IsLast">Whether no more follow.</param>
internal sealed record StreamBatch<T>(IReadOnlyList<T> Items, bool IsLast);
