using Twin.Model.Vessels;
using Twin.Storage.Positions;

namespace Twin.Storage.Postgres;

/// <summary>The positions of a commit, while it is put together.</summary>
internal sealed class PositionsToWrite(long head)
{
    private readonly List<PositionToWrite> _rows = [];

    /// <summary>The number of the last batch, this commit's included.</summary>
    public long Head { get; private set; } = head;

    /// <summary>The batches.</summary>
    public IReadOnlyList<PositionToWrite> Rows => _rows;

    /// <summary>Gives a batch its number.</summary>
    public PositionReceipt Add(PositionRequest request, long nowMilliseconds)
    {
        _rows.Add(new PositionToWrite(request, ++Head));
        return new PositionReceipt(Head, DateTimeOffset.FromUnixTimeMilliseconds(nowMilliseconds));
    }
}
