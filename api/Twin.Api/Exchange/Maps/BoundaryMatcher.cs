using System.Globalization;
using Twin.Api.Exchange.Imports;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Geo.Formats;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>Finds the unit that a feature of a map file is: by its code, else by its name. For one thread.</summary>
/// <param name="city">The units of all dates.</param>
/// <param name="tree">The units of the map's day.</param>
/// <param name="mapping">Which properties hold what.</param>
/// <param name="level">The level of all features; <c>null</c> for any.</param>
internal sealed class BoundaryMatcher(
    AdministrativeTree city, TreeOfDate tree, MapMapping mapping, AdministrativeLevel? level)
{
    // Programs that take codes for numbers lose the zeros before them.
    private static readonly int[] CodeLengths = [2, 3, 5];

    /// <summary>The unit, or why there is none.</summary>
    public (MatchedFeature? Match, Refusal? Refusal) Find(GeoJsonFeature feature)
    {
        var code = FeatureNames.Code(feature, mapping.Code);
        var name = FeatureNames.Name(feature, mapping.Name);
        if (code is not null && FindCode(code) is { } unit)
        {
            var isOther = name is not null && !IsCalled(unit, name);
            return (new MatchedFeature(unit, IsByCode: true, isOther ? name : null), null);
        }

        if (name is not null)
        {
            var (found, refusal) = UnitNames.Of(tree).Find(name, level);
            if (found is not null)
            {
                return (new MatchedFeature(found, IsByCode: false, null), null);
            }

            if (code is null)
            {
                return (null, refusal);
            }
        }

        return (null, code is null ? Nameless(feature) : Unknown(code));
    }

    private static bool IsCalled(AdministrativeUnit unit, string name)
    {
        var folded = FoldedText.Fold(name);
        var full = FoldedText.Fold(unit.NameVi);
        return full.EndsWith(folded, StringComparison.Ordinal) || folded.EndsWith(full, StringComparison.Ordinal)
            || string.Equals(folded, FoldedText.Fold(unit.NameEn), StringComparison.Ordinal)
            || folded.EndsWith(FoldedText.Fold(unit.NameAscii), StringComparison.Ordinal);
    }

    private static Refusal Nameless(GeoJsonFeature feature) => new(
        "no_code_or_name",
        $"The feature has neither code nor name; its properties are "
        + $"{Refusals.Shown(string.Join(", ", feature.Properties.Select(property => property.Key)))}.",
        "Say in the mapping which properties hold them, such as {\"code\":\"ma_xa\",\"name\":\"ten_xa\"}.");

    private AdministrativeUnit? FindCode(string text)
    {
        if (AdministrativeUnitCode.TryParse(text, out var code) && tree.Find(code) is { } unit)
        {
            return unit;
        }

        return text.All(char.IsAsciiDigit)
            ? CodeLengths.Where(length => length > text.Length)
                .Select(length => AdministrativeUnitCode.TryParse(text.PadLeft(length, '0'), out var padded)
                    ? tree.Find(padded)
                    : null)
                .FirstOrDefault(found => found is not null)
            : null;
    }

    private Refusal Unknown(string text)
    {
        if (AdministrativeUnitCode.TryParse(text, out var code) && city.VersionsOf(code) is [.., var last])
        {
            return new Refusal(
                "unit_of_another_date",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{last.NameVi} ({code}) stands from {last.ValidFrom:yyyy-MM-dd} to {last.ValidTo:yyyy-MM-dd}."),
                "Import the file with a date on which its units stand.");
        }

        return new Refusal(
            "unknown_unit",
            $"There is no unit '{Refusals.Shown(text)}' on that date.",
            "Mend the code, or leave the feature out.");
    }
}
