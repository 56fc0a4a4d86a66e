using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>What each operation does to the units of a day.</summary>
internal static class BoundaryOperations
{
    // How far shares may miss 1, for those that were printed with four decimals; what is further off is a mistake.
    private const double ShareTolerance = 0.001;

    /// <summary>Carries an operation out, or notes what is wrong with it.</summary>
    public static void Apply(BoundaryEdit edit, BoundaryOperation operation)
    {
        switch (operation.Op)
        {
            case "merge":
                Merge(edit, operation);
                break;
            case "split":
                Split(edit, operation);
                break;
            case "rename":
                Rename(edit, operation);
                break;
            case "reparent":
                Reparent(edit, operation);
                break;
            case "recode":
                Recode(edit, operation);
                break;
            case "abolishTier":
                AbolishTier(edit, operation);
                break;
            case "introduceTier":
                IntroduceTier(edit, operation);
                break;
            default:
                edit.Refuse(
                    "unknown_operation",
                    $"'{operation.Op}' is not an operation.",
                    "Use merge, split, rename, reparent, recode, abolishTier or introduceTier.");
                break;
        }
    }

    private static void Merge(BoundaryEdit edit, BoundaryOperation operation)
    {
        var from = FindAll(edit, operation.From);
        if (from.Length < 2 || operation.Into is not [var into])
        {
            edit.Refuse("incomplete", "A merger is of two units or more into one.", "Send from: [a, b, …], into: [c].");
            return;
        }

        var made = NewUnits.Make(edit, into, from, wholes: true);
        if (made is null || !from.All(unit => edit.Claim(unit.Code)))
        {
            return;
        }

        foreach (var unit in from)
        {
            Adopt(edit, unit.Code, made.Code);
            edit.End(unit.Code);
            edit.Whole(unit.Code, made.Code);
        }

        edit.Put(made);
    }

    private static void Split(BoundaryEdit edit, BoundaryOperation operation)
    {
        if (operation.From is not [var code] || operation.Into.IsDefault || operation.Into.Length < 2)
        {
            edit.Refuse("incomplete", "A split is of one unit into two or more.", "Send from: [a], into: [b, c, …].");
            return;
        }

        if (!edit.TryFind(code, out var unit)
            || Shares(edit, operation.Into, unit, "areaShare", part => part.AreaShare) is not { } areas
            || Shares(edit, operation.Into, unit, "populationShare", part => part.PopulationShare) is not { } people)
        {
            return;
        }

        if (areas.IsEmpty && people.IsEmpty)
        {
            edit.Refuse(
                "gap",
                $"Nothing says how unit {unit.Code} is divided.",
                "Give every part its areaShare, its populationShare, or both.");
            return;
        }

        if (!edit.Claim(unit.Code))
        {
            return;
        }

        edit.End(unit.Code);
        for (var i = 0; i < operation.Into.Length; i++)
        {
            SplitInto(
                edit, unit, operation.Into[i], areas.IsEmpty ? null : areas[i], people.IsEmpty ? null : people[i]);
        }
    }

    private static void SplitInto(
        BoundaryEdit edit, AdministrativeUnit unit, BoundaryUnit part, double? area, double? people)
    {
        var made = AdministrativeUnitCode.TryParse(part.Code, out var code) && edit.Stands(code)
            ? NewUnits.Grow(edit, code, unit, area, people)
            : NewUnits.Make(edit, part, [NewUnits.Shrink(unit, area, people)], wholes: false);
        if (made is null)
        {
            return;
        }

        edit.Put(made);
        edit.Part(unit.Code, made.Code, area, people);
        foreach (var below in FindAll(edit, part.Below))
        {
            edit.Put(below with { UpperUnit = made.Code });
        }
    }

    /// <summary>The shares, made to add up to 1; empty when no part has one, <c>null</c> when they are wrong.</summary>
    private static ImmutableArray<double>? Shares(
        BoundaryEdit edit,
        ImmutableArray<BoundaryUnit> parts,
        AdministrativeUnit unit,
        string name,
        Func<BoundaryUnit, double?> shareOf)
    {
        var given = parts.Select(shareOf).OfType<double>().ToArray();
        if (given.Length == 0)
        {
            return [];
        }

        var sum = given.Sum();
        if (given.Length < parts.Length || given.Any(share => share is not (> 0 and <= 1)))
        {
            edit.Refuse(
                "invalid_share",
                $"Not every part of unit {unit.Code} has a {name} above 0 and at most 1.",
                "Give every part its share, or none.");
            return null;
        }

        if (Math.Abs(sum - 1) > ShareTolerance)
        {
            edit.Refuse(
                sum < 1 ? "gap" : "overlap",
                string.Create(CultureInfo.InvariantCulture, $"The {name} of unit {unit.Code} add up to {sum:0.####}."),
                "They must add up to 1.");
            return null;
        }

        if (Math.Abs(sum - 1) > 1e-9)
        {
            edit.Warn(
                "normalised",
                string.Create(
                    CultureInfo.InvariantCulture, $"The {name} of unit {unit.Code} add up to {sum:0.######}."),
                "Each was divided by that sum.");
        }

        return [.. given.Select(share => share / sum)];
    }

    private static void Rename(BoundaryEdit edit, BoundaryOperation operation)
    {
        if (!edit.TryFind(operation.Unit, out var unit))
        {
            return;
        }

        if (operation.NameVi is null && operation.NameEn is null && operation.KindVi is null)
        {
            edit.Refuse("incomplete", $"Unit {unit.Code} is given no name.", "Send nameVi, nameEn or kindVi.");
            return;
        }

        edit.Put(NewUnits.Named(unit, operation.NameVi, operation.NameEn, operation.KindVi));
    }

    private static void Reparent(BoundaryEdit edit, BoundaryOperation operation)
    {
        if (edit.TryFind(operation.Unit, out var unit) && edit.TryFind(operation.UpperUnit, out var upper))
        {
            edit.Put(unit with { UpperUnit = upper.Code });
        }
    }

    private static void Recode(BoundaryEdit edit, BoundaryOperation operation)
    {
        if (!edit.TryFind(operation.Unit, out var unit) || !NewUnits.TryNewCode(edit, operation.Code, out var code)
            || !edit.Claim(unit.Code))
        {
            return;
        }

        edit.End(unit.Code);
        edit.Put(unit with { Code = code });
        Adopt(edit, unit.Code, code);
        edit.Whole(unit.Code, code);
    }

    private static void AbolishTier(BoundaryEdit edit, BoundaryOperation operation)
    {
        var ended = NewUnits.TryLevel(operation.Level, out var level)
            ? edit.Units.Where(unit => unit.Level == level).ToArray()
            : [];
        if (ended.Length == 0)
        {
            edit.Refuse(
                "unknown_level", $"No unit of level '{operation.Level}' stands then.", "Name a level with units.");
            return;
        }

        foreach (var unit in ended.Where(unit => edit.Claim(unit.Code)))
        {
            if (unit.UpperUnit is { } upper)
            {
                Adopt(edit, unit.Code, upper);
            }

            edit.End(unit.Code);
        }
    }

    private static void IntroduceTier(BoundaryEdit edit, BoundaryOperation operation)
    {
        if (operation.Into.IsDefaultOrEmpty)
        {
            edit.Refuse("incomplete", "The new tier has no units.", "Send into: [{code, level, nameVi, below}, …].");
            return;
        }

        foreach (var into in operation.Into)
        {
            var below = FindAll(edit, into.Below);
            if (below.Length == 0 || into.Level is null)
            {
                edit.Refuse(
                    "incomplete", $"The new unit '{into.Code}' has no level or nothing below it.",
                    "Send its level and the codes of the units below it.");
                continue;
            }

            var named = into with { KindVi = into.KindVi ?? string.Empty };
            if (NewUnits.Make(edit, named, below, wholes: true) is { } made)
            {
                edit.Put(made);
                Array.ForEach(below, unit => edit.Put(unit with { UpperUnit = made.Code }));
            }
        }
    }

    private static AdministrativeUnit[] FindAll(BoundaryEdit edit, ImmutableArray<string> codes) =>
        codes.IsDefault
            ? []
            : [.. codes.Select(code => edit.TryFind(code, out var unit) ? unit : null).OfType<AdministrativeUnit>()];

    private static void Adopt(BoundaryEdit edit, AdministrativeUnitCode from, AdministrativeUnitCode into)
    {
        foreach (var below in edit.Units.Where(unit => unit.UpperUnit == from).ToArray())
        {
            edit.Put(below with { UpperUnit = into });
        }
    }
}
