using System.Collections.Immutable;
using Twin.Api.Observations;
using Twin.Api.Text;
using Twin.Model.Indicators;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// Guesses a mapping from the names of the columns: those that a report's table may have, and for wide tables the codes
/// and names of indicators and of their measures. Pure.
/// </summary>
internal sealed class MappingSuggestion
{
    private readonly Dictionary<string, Indicator> _byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Indicator> _byNumerator;

    /// <summary>Folds the names of a catalogue.</summary>
    public MappingSuggestion(IndicatorCatalog indicators)
    {
        foreach (var indicator in indicators.Items)
        {
            _byName.TryAdd(FoldedText.Fold(indicator.Code.Value), indicator);
            _byName.TryAdd(FoldedText.Fold(indicator.NameVi), indicator);
            _byName.TryAdd(FoldedText.Fold(indicator.NameEn), indicator);
        }

        _byNumerator = indicators.Items
            .SelectMany(i => new[] { i.Numerator.NameVi, i.Numerator.NameEn, i.Numerator.Code }
                .Select(name => (Name: FoldedText.Fold(name), Indicator: i)).Distinct())
            .ToLookup(pair => pair.Name, pair => pair.Indicator, StringComparer.Ordinal);
    }

    /// <summary>Whether a name says what its column holds.</summary>
    public bool IsKnown(string name)
    {
        var folded = FoldedText.Fold(name);
        return CsvHeader.FieldOf(folded) is not null || IndicatorOf(folded) is not null;
    }

    /// <summary>What the columns say by themselves; it may lack what they do not say.</summary>
    public ImportMapping Suggest(TableHeader header)
    {
        var mapping = new ImportMapping { HeaderLine = header.Line };
        var values = ImmutableArray.CreateBuilder<ImportValue>();
        var taken = new HashSet<IndicatorCode>();
        ImportValue? longValue = null;
        foreach (var name in header.Names)
        {
            var folded = FoldedText.Fold(name);
            if (CsvHeader.FieldOf(folded) is { } field)
            {
                (mapping, longValue) = Add(mapping, longValue, field, folded, name);
            }
            else if (IndicatorOf(folded) is { } indicator && taken.Add(indicator.Code))
            {
                values.Add(new ImportValue(name, DenominatorOf(indicator, header), indicator.Code.Value));
            }
        }

        return mapping with
        {
            UnitName = mapping.Unit is null ? mapping.UnitName : null,
            Values = longValue is { Value.Length: > 0 } one ? [one] : values.DrainToImmutable(),
        };
    }

    private static (ImportMapping Mapping, ImportValue? Value) Add(
        ImportMapping mapping, ImportValue? value, RowField field, string folded, string name)
    {
        var column = new ImportField(name);
        return field switch
        {
            RowField.Unit => (mapping with { Unit = column }, value),
            RowField.Indicator => (mapping with { Indicator = column }, value),
            RowField.Period => (mapping with { Period = column }, value),
            RowField.Status => (mapping with { Status = column }, value),
            RowField.ResultTime => (mapping with { ResultTime = column }, value),
            RowField.Source => (mapping with { Source = column }, value),
            RowField.Value => (mapping, (value ?? new ImportValue(string.Empty)) with { Value = name }),
            RowField.Denominator => (mapping, (value ?? new ImportValue(string.Empty)) with { Denominator = name }),
            RowField.Ignored when folded is "unit name" or "ten don vi" => (mapping with { UnitName = column }, value),
            _ => (mapping, value),
        };
    }

    private Indicator? IndicatorOf(string folded)
    {
        if (_byName.TryGetValue(folded, out var indicator))
        {
            return indicator;
        }

        // A measure that several indicators count says nothing about which one is meant.
        return _byNumerator[folded].Take(2).ToArray() is [var only] ? only : null;
    }

    private static string? DenominatorOf(Indicator indicator, TableHeader header)
    {
        if (indicator.Denominator is not { } measure)
        {
            return null;
        }

        var place = new[] { measure.NameVi, measure.NameEn, measure.Code }.Select(header.Find)
            .FirstOrDefault(found => found >= 0, ImportPlan.NoColumn);
        return place < 0 ? null : header.Names[place];
    }
}
