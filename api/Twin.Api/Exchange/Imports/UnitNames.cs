using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Twin.Api.Problems;
using Twin.Api.Observations;
using Twin.Api.Text;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// Finds units by the names that tables give them: <c>Phường Quán Toan</c>, <c>P. Quán Toan</c>, <c>Quán Toan</c>, with
/// or without marks. A name that fits several units of the wanted level is refused with their codes.
/// </summary>
internal sealed class UnitNames
{
    private const string Hint = "Use the full name with its kind, such as Phường Quán Toan, or the unit's code.";
    private const int MaxShown = 5;

    private static readonly ConditionalWeakTable<TreeOfDate, UnitNames> Known = [];

    private static readonly Dictionary<string, string> ShortKinds = new(StringComparer.Ordinal)
    {
        ["p."] = "phuong", ["p"] = "phuong", ["x."] = "xa", ["tt."] = "thi tran", ["tt"] = "thi tran", ["q."] = "quan",
        ["h."] = "huyen", ["tp."] = "thanh pho", ["tp"] = "thanh pho", ["tx."] = "thi xa",
    };

    private readonly ILookup<string, AdministrativeUnit> _byName;
    private readonly ILookup<string, AdministrativeUnit> _byFolded;

    private UnitNames(TreeOfDate tree)
    {
        _byName = tree.Units.SelectMany(unit => Forms(Exact(unit.NameVi), Exact(unit.KindVi), unit))
            .ToLookup(pair => pair.Name, pair => pair.Unit, StringComparer.Ordinal);
        _byFolded = tree.Units
            .SelectMany(unit => Forms(FoldedText.Fold(unit.NameVi), FoldedText.Fold(unit.KindVi), unit))
            .ToLookup(pair => pair.Name, pair => pair.Unit, StringComparer.Ordinal);
    }

    /// <summary>The names of a tree; made once for each.</summary>
    public static UnitNames Of(TreeOfDate tree) => Known.GetValue(tree, static key => new UnitNames(key));

    /// <summary>Finds a unit of a level, or of any where it is <c>null</c>.</summary>
    public (AdministrativeUnit? Unit, Refusal? Refusal) Find(string name, AdministrativeLevel? level)
    {
        var exact = Choose(_byName[Exact(name)], level);
        var units = exact.IsEmpty ? Choose(_byFolded[FoldKind(FoldedText.Fold(name))], level) : exact;
        return units switch
        {
            [var one] => (one, null),
            [] => (null, new Refusal(
                RowCodes.UnknownUnit, $"There is no unit called '{Refusals.Shown(name)}' on that date.", Hint)),
            _ => (null, new Refusal(
                RowCodes.AmbiguousUnit, $"'{Refusals.Shown(name)}' can be {Listed(units)}.", Hint)),
        };
    }

    private static string Listed(ImmutableArray<AdministrativeUnit> units) =>
        string.Join(", ", units.Take(MaxShown).Select(unit => $"{unit.NameVi} ({unit.Code})"));

    private static ImmutableArray<AdministrativeUnit> Choose(
        IEnumerable<AdministrativeUnit> units, AdministrativeLevel? level) =>
        [.. units.Where(unit => level is null || unit.Level == level).DistinctBy(unit => unit.Code)];

    private static string Exact(string name) => name.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private static IEnumerable<(string Name, AdministrativeUnit Unit)> Forms(
        string name, string kind, AdministrativeUnit unit)
    {
        yield return (name, unit);
        if (name.StartsWith(kind + " ", StringComparison.Ordinal))
        {
            yield return (name[(kind.Length + 1)..], unit);
        }
    }

    private static string FoldKind(string folded)
    {
        var end = folded.IndexOfAny(['.', ' ']);
        if (end < 0)
        {
            return folded;
        }

        var first = folded[end] == '.' ? folded[..(end + 1)] : folded[..end];
        return ShortKinds.TryGetValue(first, out var kind) ? $"{kind} {folded[first.Length..].Trim()}" : folded;
    }
}
