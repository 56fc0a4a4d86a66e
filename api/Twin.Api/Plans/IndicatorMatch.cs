using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Twin.Api.Text;
using Twin.Model;
using Twin.Model.Indicators;

namespace Twin.Api.Plans;

/// <summary>
/// Finds the indicator that a row of a plan speaks of: by the name of an indicator, or of a target that the city has.
/// Names are compared without case and marks, and one that two indicators have finds neither. For one thread.
/// </summary>
internal sealed class IndicatorMatch
{
    /// <summary>The most indicators that are proposed for a row.</summary>
    public const int MaxSuggestions = 3;

    /// <summary>The share of words that a name must have in common with a row's to be proposed.</summary>
    private const double LeastLikeness = 0.4;

    private readonly Dictionary<string, string?> _byIndicator = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _byTarget = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Code, ImmutableHashSet<string> Words)> _words;

    /// <summary>Makes one for a city.</summary>
    public IndicatorMatch(CityDefinition city)
    {
        foreach (var indicator in city.Indicators.Items)
        {
            Add(_byIndicator, indicator.NameVi, indicator.Code);
            Add(_byIndicator, indicator.NameEn, indicator.Code);
        }

        foreach (var target in city.Targets)
        {
            if (target is { Indicator: { } code, OriginId: null })
            {
                Add(_byTarget, target.NameVi, code);
                Add(_byTarget, target.NameEn, code);
            }
        }

        _words = [.. city.Indicators.Items.Select(one => (one.Code.Value, WordsOf(one.NameVi)))];
    }

    /// <summary>The indicator of a name, and how it was found.</summary>
    public bool TryFind(string nameVi, string nameEn, [NotNullWhen(true)] out string? code, out string how)
    {
        how = "indicatorName";
        code = Find(_byIndicator, nameVi) ?? Find(_byIndicator, nameEn);
        if (code is null)
        {
            how = "targetName";
            code = Find(_byTarget, nameVi) ?? Find(_byTarget, nameEn);
        }

        return code is not null;
    }

    /// <summary>The indicators whose names are most like a row's, best first.</summary>
    public ImmutableArray<string> Suggest(string nameVi)
    {
        var words = WordsOf(nameVi);
        return words.IsEmpty
            ? []
            :
            [
                .. _words.Select(one => (one.Code, Likeness: Likeness(one.Words, words)))
                    .Where(one => one.Likeness >= LeastLikeness)
                    .OrderByDescending(one => one.Likeness)
                    .ThenBy(one => one.Code, StringComparer.Ordinal)
                    .Take(MaxSuggestions)
                    .Select(one => one.Code),
            ];
    }

    private static void Add(Dictionary<string, string?> names, string name, IndicatorCode code)
    {
        var folded = FoldedText.Fold(name);
        if (!names.TryAdd(folded, code.Value) && !string.Equals(names[folded], code.Value, StringComparison.Ordinal))
        {
            names[folded] = null;
        }
    }

    private static string? Find(Dictionary<string, string?> names, string name) =>
        name.Length == 0 ? null : names.GetValueOrDefault(FoldedText.Fold(name));

    private static ImmutableHashSet<string> WordsOf(string name) =>
        FoldedText.Fold(name).Split([' ', ',', ';', '(', ')', '.', '/'], StringSplitOptions.RemoveEmptyEntries)
            .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Jaccard: words in common of all words.</summary>
    private static double Likeness(ImmutableHashSet<string> left, ImmutableHashSet<string> right)
    {
        var common = left.Count(right.Contains);
        return common == 0 ? 0 : (double)common / (left.Count + right.Count - common);
    }
}
