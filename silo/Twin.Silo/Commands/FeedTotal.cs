using System.Globalization;
using System.Text.Json;

namespace Twin.Silo.Commands;

/// <summary>What became of the positions of a file, added up over its parts.</summary>
internal sealed class FeedTotal
{
    private const int MaxRefusals = 100;

    private readonly List<string> _refusals = [];

    /// <summary>How many moved their vessel.</summary>
    public long Accepted { get; private set; }

    /// <summary>How many did not.</summary>
    public long KeptApart { get; private set; }

    /// <summary>How many lines carry no position.</summary>
    public long Ignored { get; private set; }

    /// <summary>How many lines were refused.</summary>
    public long Rejected { get; private set; }

    /// <summary>The first of them, by the line of the file.</summary>
    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>Adds an answer; <c>false</c> where it is a problem of the whole part.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="before">How many lines of the file came before the part.</param>
    public bool Add(JsonElement answer, int before)
    {
        if (!answer.TryGetProperty("rejectedTotal", out var rejected))
        {
            return false;
        }

        Rejected += rejected.GetInt64();
        Ignored += answer.GetProperty("ignored").GetInt64();
        // A part of which every line was refused is a problem, and has no more than that.
        if (answer.TryGetProperty("accepted", out var accepted))
        {
            Accepted += accepted.GetInt64();
            KeptApart += answer.GetProperty("keptApart").EnumerateObject().Sum(reason => reason.Value.GetInt64());
        }

        foreach (var row in answer.GetProperty("rejected").EnumerateArray().Take(MaxRefusals - _refusals.Count))
        {
            _refusals.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{before + row.GetProperty("line").GetInt32()}: {row.GetProperty("code")}: "
                + $"{row.GetProperty("detail")} {row.GetProperty("hint")}"));
        }

        return true;
    }
}
