using Twin.Model.Vessels;

namespace Twin.Storage.Positions;

/// <summary>What a row is to hold from now on.</summary>
/// <param name="Sequence">Its number, which stays.</param>
/// <param name="Blob">The packed reports; <c>null</c> to remove the row.</param>
/// <param name="Checksum">The checksum over every column then.</param>
internal readonly record struct PositionReplacement(long Sequence, byte[]? Blob, long Checksum)
{
    /// <summary>The replacement for a batch.</summary>
    public static PositionReplacement Of(int shard, LoggedPositions batch)
    {
        if (batch.Reports.IsEmpty)
        {
            return new PositionReplacement(batch.Sequence, null, 0);
        }

        var blob = PositionCodec.Encode(new PositionBatch(shard, batch.Reports));
        var recordedAt = batch.RecordedAt.ToUnixTimeMilliseconds();
        return new PositionReplacement(
            batch.Sequence, blob, PositionRow.Checksum(batch.Sequence, shard, recordedAt, blob));
    }
}
