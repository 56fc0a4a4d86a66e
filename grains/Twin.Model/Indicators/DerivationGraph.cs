using System.Collections.Immutable;

namespace Twin.Model.Indicators;

/// <summary>Which indicators are made from which. Stateless.</summary>
public static class DerivationGraph
{
    /// <summary>
    /// Indicators each of which is made from the next, and the last from the first, which is named again; empty when
    /// none is made from itself.
    /// </summary>
    public static ImmutableArray<IndicatorCode> FindCycle(IEnumerable<Indicator> indicators)
    {
        var derived = indicators.Where(one => one.Derivation is not null).DistinctBy(one => one.Code)
            .ToDictionary(one => one.Code, one => one.Derivation!.Inputs); // Those with a derivation.
        var sound = new HashSet<IndicatorCode>();
        var path = new List<IndicatorCode>();
        foreach (var code in derived.Keys.Order())
        {
            if (Walk(code))
            {
                return [.. path[path.IndexOf(path[^1])..]];
            }
        }

        return [];

        bool Walk(IndicatorCode code)
        {
            if (!derived.TryGetValue(code, out var inputs) || sound.Contains(code))
            {
                return false;
            }

            var isSeen = path.Contains(code);
            path.Add(code);
            if (isSeen || inputs.Any(Walk))
            {
                return true;
            }

            path.RemoveAt(path.Count - 1);
            sound.Add(code);
            return false;
        }
    }
}
