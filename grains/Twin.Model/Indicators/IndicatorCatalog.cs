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

    /// <summary>Makes a catalogue; throws when a code stands twice.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="dimensions">The dimensions that they may be broken down by; none when left out.</param>
    public IndicatorCatalog(IEnumerable<Indicator> indicators, DimensionCatalog? dimensions = null)
    {
        Dimensions = dimensions ?? DimensionCatalog.Empty;
        Items = [.. indicators.OrderBy(i => i.Code)];
        _ordinals = Items.Select((indicator, ordinal) => (indicator.Code.Value, ordinal))
            .ToFrozenDictionary(pair => pair.Value, pair => pair.ordinal, StringComparer.Ordinal);
    }

    /// <summary>The indicators in the order of their codes, which is the order of their ordinals.</summary>
    public ImmutableArray<Indicator> Items { get; }

    /// <summary>The dimensions that figures are broken down by.</summary>
    public DimensionCatalog Dimensions { get; }

    /// <summary>The indicator with that ordinal.</summary>
    public Indicator this[int ordinal] => Items[ordinal];

    /// <summary>The ordinal of a code; <c>false</c> for a code that is not in the catalogue.</summary>
    public bool TryGetOrdinal(IndicatorCode code, out int ordinal) => _ordinals.TryGetValue(code.Value, out ordinal);

    /// <summary>The indicator of a code; <c>false</c> for a code that is not in the catalogue.</summary>
    public bool TryGet(IndicatorCode code, [NotNullWhen(true)] out Indicator? indicator)
    {
        indicator = TryGetOrdinal(code, out var ordinal) ? Items[ordinal] : null;
        return indicator is not null;
    }
}
