using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>Finds the unit that a path names, or says why there is none.</summary>
internal static class UnitFinder
{
    /// <summary>Finds a code that stands for a unit on some date.</summary>
    public static bool TryFind(
        AdministrativeTree tree,
        string text,
        out AdministrativeUnitCode code,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var isKnown = AdministrativeUnitCode.TryParse(text, out code) && tree.Contains(code);
        refusal = isKnown ? null : Refusals.UnknownUnit(text);
        return isKnown;
    }

    /// <summary>Finds what a code stands for on a day.</summary>
    public static bool TryFind(
        AdministrativeTree tree,
        string text,
        DateOnly date,
        [NotNullWhen(true)] out AdministrativeUnit? unit,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        unit = null;
        if (!TryFind(tree, text, out var code, out refusal))
        {
            return false;
        }

        unit = tree.Find(code, date);
        refusal = unit is null ? Refusals.UnitNotStanding(tree, code, date) : null;
        return unit is not null;
    }
}
