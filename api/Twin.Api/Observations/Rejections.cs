using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>The rows of a report that were refused: all counted, the first so many listed. For one thread.</summary>
internal sealed class Rejections(int maxListed)
{
    private readonly List<RejectedRowAnswer> _listed = [];

    /// <summary>How many rows were refused.</summary>
    public int Total { get; private set; }

    /// <summary>Whether one more would be counted only, so that its words need not be made.</summary>
    public bool IsFull => _listed.Count >= maxListed;

    /// <summary>The rows listed, by line.</summary>
    public IReadOnlyList<RejectedRowAnswer> Listed => [.. _listed.OrderBy(row => row.Line)];

    /// <summary>Notes a refused row.</summary>
    public void Add(int line, Refusal refusal)
    {
        Total++;
        if (!IsFull)
        {
            _listed.Add(new RejectedRowAnswer(line, refusal.Code, refusal.Detail, refusal.Hint));
        }
    }
}
