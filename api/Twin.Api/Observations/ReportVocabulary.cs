using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Api.Observations;

/// <summary>
/// Finds units and indicators by the bytes of a row without making strings of them. Immutable and safe for any number
/// of threads.
/// </summary>
internal sealed class ReportVocabulary
{
    private readonly FrozenDictionary<string, int> _units;
    private readonly FrozenDictionary<string, int> _indicators;

    /// <summary>Takes the codes of a city.</summary>
    public ReportVocabulary(CityDefinition city)
    {
        Units = [.. city.Tree.Versions.Select(unit => unit.Code).Distinct()];
        Indicators = city.Indicators.Items;
        Rules = new ObservationRules(city.Tree, city.Indicators);
        _units = Units.Select((code, place) => (code.Value, place))
            .ToFrozenDictionary(pair => pair.Value, pair => pair.place, StringComparer.OrdinalIgnoreCase);
        _indicators = Indicators.Select((indicator, place) => (indicator.Code.Value, place))
            .ToFrozenDictionary(pair => pair.Value, pair => pair.place, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The units of all dates.</summary>
    public ImmutableArray<AdministrativeUnitCode> Units { get; }

    /// <summary>The indicators, by ordinal.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>What the grains will check.</summary>
    public ObservationRules Rules { get; }

    /// <summary>The place of a unit in <see cref="Units"/>; -1 for none.</summary>
    public int FindUnit(ReadOnlySpan<byte> code) => Find(_units, code);

    /// <summary>
    /// The place of an indicator in <see cref="Indicators"/>, whatever the case of its code; -1 for none.
    /// </summary>
    public int FindIndicator(ReadOnlySpan<byte> code) => Find(_indicators, code);

    private static int Find(FrozenDictionary<string, int> places, ReadOnlySpan<byte> code)
    {
        Span<char> text = stackalloc char[IndicatorCode.MaxLength];
        if (code.Length > text.Length || !Ascii.IsValid(code))
        {
            return -1;
        }

        var length = Encoding.ASCII.GetChars(code, text);
        return places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out var place) ? place : -1;
    }
}
