namespace Twin.Embedded;

/// <summary>What one grain has been doing in the last few seconds.</summary>
/// <param name="GrainClass">The name of its class.</param>
/// <param name="Key">Its key.</param>
/// <param name="BusyShare">
/// How much of the time its turns held a thread: 1 for a grain that does nothing else, and no more, for it has one turn
/// at a time.
/// </param>
/// <param name="CallsPerSecond">Calls that it started.</param>
/// <param name="Waiting">Calls in its mailbox now.</param>
public sealed record GrainLoad(string GrainClass, string Key, double BusyShare, double CallsPerSecond, int Waiting);
