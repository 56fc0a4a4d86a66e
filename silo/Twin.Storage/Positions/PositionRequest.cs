using Twin.Model.Vessels;
using Twin.Storage.Writing;

namespace Twin.Storage.Positions;

/// <summary>Packed positions of a shard that wait for their commit.</summary>
internal sealed class PositionRequest(int shard, byte[] blob) : AnsweredRequest<PositionReceipt>
{
    public int Shard => shard;

    public byte[] Blob => blob;

    public override int Bytes => blob.Length;
}
