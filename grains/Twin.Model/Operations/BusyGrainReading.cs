namespace Twin.Model.Operations;

/// <summary>A grain that has been doing much.</summary>
/// <param name="GrainClass">The name of its class.</param>
/// <param name="Key">Its key.</param>
/// <param name="BusyShare">How much of the last few seconds its turns held a thread, 0 to 1.</param>
/// <param name="CallsPerSecond">Calls that it started in them, by the second.</param>
/// <param name="WaitingCalls">Calls in its mailbox now.</param>
public sealed record BusyGrainReading(
    string GrainClass, string Key, double BusyShare, double CallsPerSecond, int WaitingCalls);
