using System.Collections.Immutable;
using System.Globalization;

namespace Twin.Geo.Datasets;

/// <summary>Collects problems up to a limit, and counts the rest. Not safe for several threads.</summary>
internal sealed class ProblemList
{
    private readonly List<DatasetProblem> _problems = [];
    private readonly HashSet<(string File, int Line)> _lines = [];
    private int _unlisted;

    public bool IsEmpty => _problems.Count == 0;

    /// <summary>Whether something is wrong with a line.</summary>
    public bool Has(string file, int line) => _lines.Contains((file, line));

    public void Add(string file, int line, string code, string detail, string hint)
    {
        _lines.Add((file, line));
        if (_problems.Count < DatasetReader.MaxProblems)
        {
            _problems.Add(new DatasetProblem(file, line, code, detail, hint));
        }
        else
        {
            _unlisted++;
        }
    }

    /// <summary>The problems by file and line, with a last one that counts those beyond the limit.</summary>
    public ImmutableArray<DatasetProblem> ToImmutable()
    {
        var sorted = _problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line);
        return _unlisted == 0
            ? [.. sorted]
            :
            [
                .. sorted,
                new DatasetProblem(
                    string.Empty, 0, DatasetProblemCodes.TooManyProblems,
                    string.Create(CultureInfo.InvariantCulture, $"{_unlisted} more problems are not listed."),
                    "Mend those above and read the dataset again."),
            ];
    }
}
