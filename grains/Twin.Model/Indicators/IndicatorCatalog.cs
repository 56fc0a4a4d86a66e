using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Twin.Model.Dimensions;

namespace Twin.Model.Indicators;

/// <summary>
/// All indicators of a city, each with an ordinal: a small number that stands for it inside one process. Ordinals are
/// not stored and not sent; codes are. Immutable and safe for any number of threads.
/// </summary>
public sealed class IndicatorCatalog
{
    private readonly FrozenDictionary<string, int> _ordinals;
    private readonly ImmutableArray<int>[] _dependents;

    /// <summary>Makes a catalogue; throws when a code stands twice, or an indicator is made from itself.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="dimensions">The dimensions that they may be broken down by; none when left out.</param>
    public IndicatorCatalog(IEnumerable<Indicator> indicators, DimensionCatalog? dimensions = null)
    {
        Dimensions = dimensions ?? DimensionCatalog.Empty;
        Items = [.. indicators.OrderBy(i => i.Code)];
        _ordinals = Items.Select((indicator, ordinal) => (indicator.Code.Value, ordinal))
            .ToFrozenDictionary(pair => pair.Value, pair => pair.ordinal, StringComparer.Ordinal);
        if (DerivationGraph.FindCycle(Items) is { IsEmpty: false } cycle)
        {
            throw new ArgumentException(
                $"An indicator is made from itself: {string.Join(" ← ", cycle)}.", nameof(indicators));
        }

        Derived = [.. Enumerable.Range(0, Items.Length).Where(ordinal => Items[ordinal].Derivation is not null)];
        var uses = Derived.SelectMany(of => Items[of].Derivation!.Inputs.Select(input => (input, of)))
            .ToLookup(use => use.input, use => use.of);
        _dependents = [.. Items.Select(indicator => uses[indicator.Code].ToImmutableArray())];
    }

    /// <summary>The indicators in the order of their codes, which is the order of their ordinals.</summary>
    public ImmutableArray<Indicator> Items { get; }

    /// <summary>The dimensions that figures are broken down by.</summary>
    public DimensionCatalog Dimensions { get; }

    /// <summary>The ordinals of the indicators that each unit works out from others, in order.</summary>
    public ImmutableArray<int> Derived { get; }

    /// <summary>The indicator with that ordinal.</summary>
    public Indicator this[int ordinal] => Items[ordinal];

    /// <summary>The ordinal of a code; <c>false</c> for a code that is not in the catalogue.</summary>
    public bool TryGetOrdinal(IndicatorCode code, out int ordinal) => _ordinals.TryGetValue(code.Value, out ordinal);

    /// <summary>The ordinals of the indicators that are made from one, directly.</summary>
    public ImmutableArray<int> DependentsOf(int ordinal) => _dependents[ordinal];

    /// <summary>
    /// The indicators that units report for one to be known: itself, or what it is made from, at any depth.
    /// </summary>
    public IEnumerable<Indicator> ReportedFor(IndicatorCode code)
    {
        var reported = new SortedSet<int>();
        var pending = new Stack<IndicatorCode>([code]);
        while (pending.TryPop(out var next))
        {
            if (!TryGetOrdinal(next, out var ordinal))
            {
                continue;
            }

            if (Items[ordinal].Derivation is not { } derivation)
            {
                reported.Add(ordinal);
                continue;
            }

            foreach (var input in derivation.Inputs)
            {
                pending.Push(input);
            }
        }

        return reported.Select(ordinal => Items[ordinal]);
    }

    /// <summary>The indicator of a code; <c>false</c> for a code that is not in the catalogue.</summary>
    public bool TryGet(IndicatorCode code, [NotNullWhen(true)] out Indicator? indicator)
    {
        indicator = TryGetOrdinal(code, out var ordinal) ? Items[ordinal] : null;
        return indicator is not null;
    }
}
