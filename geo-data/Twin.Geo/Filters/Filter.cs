using System.Diagnostics.CodeAnalysis;
using Twin.Geo.Coordinates;
using Twin.Model;

namespace Twin.Geo.Filters;

/// <summary>
/// A filter in CQL2 (OGC 21-065r2), text or JSON: comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, ACCENTI, arithmetic,
/// spatial and temporal functions. Three-valued: what is compared with nothing is neither true nor false. Immutable;
/// safe for any number of threads.
/// </summary>
public sealed class Filter
{
    /// <summary>The longest filter, in characters.</summary>
    public const int MaxLength = 16_384;

    /// <summary>How deep parts may lie in one another.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many parts a filter may have.</summary>
    public const int MaxParts = 1_000;

    /// <summary>The code of every refusal.</summary>
    public const string RefusalCode = "invalid_filter";

    private readonly Func<IFilterSubject, object?> _expression;

    private Filter(Func<IFilterSubject, object?> expression) => _expression = expression;

    /// <summary>Whether the filter lets something through.</summary>
    public bool Matches(IFilterSubject subject) => _expression(subject) is true;

    /// <summary>Reads a filter of text, or says where it is wrong and what was expected there.</summary>
    public static bool TryParseText(
        string text,
        IReadOnlyList<FilterProperty> properties,
        CoordinateReferenceSystem system,
        [NotNullWhen(true)] out Filter? filter,
        [NotNullWhen(false)] out Refusal? refusal) =>
        TryMake(text, () => new Cql2TextParser(text).Parse(), properties, system, out filter, out refusal);

    /// <summary>Reads a filter of JSON, or says where it is wrong and what was expected there.</summary>
    public static bool TryParseJson(
        string json,
        IReadOnlyList<FilterProperty> properties,
        CoordinateReferenceSystem system,
        [NotNullWhen(true)] out Filter? filter,
        [NotNullWhen(false)] out Refusal? refusal) =>
        TryMake(json, () => Cql2JsonParser.Parse(json), properties, system, out filter, out refusal);

    private static bool TryMake(
        string text,
        Func<FilterNode> parse,
        IReadOnlyList<FilterProperty> properties,
        CoordinateReferenceSystem system,
        [NotNullWhen(true)] out Filter? filter,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        filter = null;
        refusal = null;
        try
        {
            if (text.Length > MaxLength)
            {
                throw new FilterException("its end", "The filter is too long", "Use at most 16384 characters.");
            }

            filter = new Filter(new FilterCompiler(properties, system).CompileFlag(parse()));
            return true;
        }
        catch (FilterException error)
        {
            refusal = new Refusal(RefusalCode, $"{error.Message}, at {error.Place}.", error.Hint);
            return false;
        }
    }
}
