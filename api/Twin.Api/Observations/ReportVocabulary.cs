using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Twin.Api.Text;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Api.Observations;

/// <summary>
/// Finds units, indicators and dimensions by the bytes of a row without making strings of them. Immutable and safe for
/// any number of threads.
/// </summary>
internal sealed class ReportVocabulary
{
    private readonly FrozenDictionary<string, int> _units;
    private readonly FrozenDictionary<string, int> _indicators;
    private readonly FrozenDictionary<string, byte[]> _dimensions;
    private readonly FrozenDictionary<string, byte[]> _dimensionsByName;

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
        var dimensions = city.Indicators.Dimensions.Items;
        _dimensions = dimensions.ToFrozenDictionary(
            one => one.Code, one => Encoding.UTF8.GetBytes(one.Code), StringComparer.OrdinalIgnoreCase);
        _dimensionsByName = dimensions
            .SelectMany(one => new[] { one.Code, one.NameVi, one.NameEn }.Select(
                name => (Name: FoldedText.Fold(name), Code: _dimensions[one.Code])))
            .DistinctBy(pair => pair.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Name, pair => pair.Code, StringComparer.Ordinal);
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

    /// <summary>The code of a dimension, whatever its case; <c>null</c> for none.</summary>
    public byte[]? FindDimension(ReadOnlySpan<byte> code) => TryFind(_dimensions, code, out var found) ? found : null;

    /// <summary>The code of a dimension by its code or name, folded; <c>null</c> for none.</summary>
    public byte[]? FindDimensionByName(string folded) => _dimensionsByName.GetValueOrDefault(folded);

    private static int Find(FrozenDictionary<string, int> places, ReadOnlySpan<byte> code) =>
        TryFind(places, code, out var place) ? place : -1;

    private static bool TryFind<T>(
        FrozenDictionary<string, T> places, ReadOnlySpan<byte> code, [MaybeNullWhen(false)] out T found)
    {
        Span<char> text = stackalloc char[IndicatorCode.MaxLength];
        if (code.Length > text.Length || !Ascii.IsValid(code))
        {
            found = default;
            return false;
        }

        var length = Encoding.ASCII.GetChars(code, text);
        return places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out found);
    }
}
