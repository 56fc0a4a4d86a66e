using System.Collections.Frozen;
using System.Text;
using Twin.Api.Text;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>
/// Finds units by name or code. Without diacritics "hong bang" finds Hồng Bàng; with them, "Hồng" does not find Hông.
/// Immutable; names are folded once.
/// </summary>
internal sealed class UnitSearch
{
    private const int NoMatch = int.MaxValue;

    private readonly FrozenDictionary<AdministrativeUnit, Names> _names;

    /// <summary>Folds the names of every version of every unit.</summary>
    public UnitSearch(CityDefinition city) =>
        _names = city.Tree.Versions.ToFrozenDictionary<AdministrativeUnit, AdministrativeUnit, Names>(
            unit => unit,
            unit => new Names(
                $" {unit.NameVi.Normalize(NormalizationForm.FormC).ToLowerInvariant()}",
                $" {FoldedText.Fold(unit.NameVi)}",
                $" {FoldedText.Fold(unit.NameEn)}"),
            ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Those of the units that match, best first: by code, whole words, beginnings of words, then the rest.
    /// </summary>
    public IReadOnlyList<AdministrativeUnit> Find(IEnumerable<AdministrativeUnit> units, string text)
    {
        var exact = text.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var folded = FoldedText.HasDiacritics(text) ? null : FoldedText.Fold(text);
        return
        [
            .. units.Select(unit => (Unit: unit, Rank: Rank(unit, exact, folded)))
                .Where(match => match.Rank != NoMatch)
                .OrderBy(match => match.Rank).ThenBy(match => match.Unit.Level).ThenBy(match => match.Unit.Code)
                .Select(match => match.Unit),
        ];
    }

    private int Rank(AdministrativeUnit unit, string exact, string? folded)
    {
        if (unit.Code.Value.StartsWith(exact, StringComparison.Ordinal))
        {
            return unit.Code.Value.Length == exact.Length ? 0 : 1;
        }

        var names = _names[unit];
        return folded is null
            ? Rank(names.Vietnamese, exact)
            : Math.Min(Rank(names.Folded, folded), Rank(names.English, folded));
    }

    private static int Rank(string name, string text)
    {
        var place = name.IndexOf($" {text}", StringComparison.Ordinal);
        if (place >= 0)
        {
            var end = place + text.Length + 1;
            return end == name.Length || name[end] == ' ' ? 2 : 3;
        }

        return name.Contains(text, StringComparison.Ordinal) ? 4 : NoMatch;
    }

    private sealed record Names(string Vietnamese, string Folded, string English);
}
