namespace Twin.Model.States;

/// <summary>A state as it is stored.</summary>
/// <param name="Value">The bytes that were written.</param>
/// <param name="ETag">
/// Names this write among all that the store has ever taken: a later write, of any state, never has it again.
/// </param>
public sealed record StoredState(ReadOnlyMemory<byte> Value, string ETag);
