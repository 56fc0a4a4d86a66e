using Twin.Storage.Writing;

namespace Twin.Storage.Positions;

/// <summary>Rows of a shard that wait to be replaced in one commit.</summary>
internal sealed class PositionReplaceRequest(int shard, IReadOnlyList<PositionReplacement> rows)
    : AnsweredRequest<int>
{
    public int Shard => shard;

    public IReadOnlyList<PositionReplacement> Rows => rows;

    public override int Bytes => rows.Sum(row => row.Blob?.Length ?? 0);
}
