using System.Collections.Immutable;
using Twin.Api.Observations;
using Twin.Api.Text;
using Twin.Geo.Tables;

namespace Twin.Api.Exchange.Imports;

/// <summary>The line of a table that names its columns.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Names">The names, in order; empty for a column without one.</param>
internal sealed record TableHeader(int Line, ImmutableArray<string> Names)
{
    /// <summary>How many lines are looked through for the header.</summary>
    public const int MaxLines = 40;

    /// <summary>
    /// Finds the header: the line said, or the one that holds most names that are known or look like names.
    /// </summary>
    /// <param name="table">A table at its beginning; read up to the header and, without a line said, beyond.</param>
    /// <param name="line">The header's line, where it is said.</param>
    /// <param name="isKnown">Whether a name says what its column holds.</param>
    /// <returns>The header; <c>null</c> when there is none.</returns>
    public static TableHeader? Find(TableReader table, int? line, Func<string, bool> isKnown)
    {
        TableHeader? best = null;
        var bestScore = 0;
        while ((line is not null || table.Line < MaxLines || best is null) && table.Read())
        {
            if (line is { } said && table.Line < said)
            {
                continue;
            }

            var header = new TableHeader(table.Line, [.. Enumerable.Range(0, table.Count).Select(i => table[i].Text)]);
            var score = header.Score(isKnown);
            if (line is not null || score > bestScore)
            {
                (best, bestScore) = (header, score);
            }

            if (line is not null || (best is null && table.Line > MaxLines))
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The place of a column, whatever the case and marks of its name; -1 when there is none.</summary>
    public int Find(string name)
    {
        var exact = Names.IndexOf(name.Trim());
        if (exact >= 0)
        {
            return exact;
        }

        var folded = FoldedText.Fold(name);
        for (var i = 0; i < Names.Length; i++)
        {
            if (string.Equals(FoldedText.Fold(Names[i]), folded, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A known name tells more than a text, and a number is no name.</summary>
    private int Score(Func<string, bool> isKnown)
    {
        const int Known = 100;
        return Names.Sum(name => name.Length == 0 || NumberText.TryRead(System.Text.Encoding.UTF8.GetBytes(name), out _)
            ? 0
            : isKnown(name) ? Known : 1);
    }
}
