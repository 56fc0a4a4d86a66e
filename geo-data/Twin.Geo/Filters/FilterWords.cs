using System.Collections.Frozen;
using System.Globalization;

namespace Twin.Geo.Filters;

/// <summary>The names of functions and the forms of times that text and JSON share. Stateless.</summary>
internal static class FilterWords
{
    public const string InstantHint = "Expected an instant such as '2024-12-31T00:00:00Z'.";

    private static readonly FrozenDictionary<string, SpatialRelation> Spatial = Enum.GetValues<SpatialRelation>()
        .ToFrozenDictionary(relation => $"S_{relation}", StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TemporalRelation> Temporal = Enum.GetValues<TemporalRelation>()
        .ToFrozenDictionary(relation => $"T_{relation}", StringComparer.OrdinalIgnoreCase);

    public static string FunctionsHint { get; } =
        "Functions are CASEI, ACCENTI, " + string.Join(", ", Spatial.Keys.Concat(Temporal.Keys)
            .Select(name => name.ToUpperInvariant()).Order(StringComparer.Ordinal)) + ".";

    public static string DepthHint { get; } =
        string.Create(CultureInfo.InvariantCulture, $"Parts may lie {Filter.MaxDepth} deep in one another.");

    public static string PartsHint { get; } =
        string.Create(CultureInfo.InvariantCulture, $"A filter may have {Filter.MaxParts} parts.");

    public static bool TryFindSpatial(string name, out SpatialRelation relation) =>
        Spatial.TryGetValue(name, out relation);

    public static bool TryFindTemporal(string name, out TemporalRelation relation) =>
        Temporal.TryGetValue(name, out relation);

    /// <summary>A day for DATE, an instant for TIMESTAMP.</summary>
    public static bool TryReadTime(string kind, string text, out DateTime time) =>
        kind.Equals("DATE", StringComparison.OrdinalIgnoreCase)
            ? FilterTime.TryParseDay(text, out time)
            : FilterTime.TryParseInstant(text, out time);

    /// <summary>The end of an interval: a day, an instant, or <c>..</c>, which is <c>null</c>.</summary>
    public static bool TryReadEnd(string text, out DateTime? end)
    {
        end = null;
        if (text is "..")
        {
            return true;
        }

        if (FilterTime.TryParseDay(text, out var time) || FilterTime.TryParseInstant(text, out time))
        {
            end = time;
            return true;
        }

        return false;
    }
}
