namespace Twin.Storage.Backup;

/// <summary>One state of a grain.</summary>
/// <param name="GrainType">The type part of the grain's identity.</param>
/// <param name="StateName">The name of the state.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Value">Its JSON, as UTF-8.</param>
public sealed record GrainStateRow(string GrainType, string StateName, string Key, ReadOnlyMemory<byte> Value);
