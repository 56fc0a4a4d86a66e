using Twin.Model.Observations;
using Twin.Model.States;

namespace Twin.Storage.Postgres;

/// <summary>What the log holds while a commit has its lock.</summary>
/// <param name="Head">The last sequence number.</param>
/// <param name="RecordedAtMilliseconds">When the last commit took in its batches, Unix milliseconds UTC.</param>
/// <param name="StateVersion">The number of the last write of a state.</param>
/// <param name="PositionHead">The number of the last batch of positions.</param>
/// <param name="Receipts">The group's batches that are there already, by key and unit.</param>
/// <param name="Requests">The hashes of the group's requests that are there already, by key.</param>
/// <param name="States">The group's states that are there, with the number of their last write.</param>
internal sealed record CommitBase(
    long Head,
    long RecordedAtMilliseconds,
    long StateVersion,
    long PositionHead,
    IReadOnlyDictionary<(string Key, string Unit), AppendReceipt> Receipts,
    Dictionary<string, byte[]> Requests,
    Dictionary<StateKey, long> States);
