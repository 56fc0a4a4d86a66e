using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// The units of one day while operations work on them. It collects everything wrong and gives the city at the end. For
/// one thread.
/// </summary>
internal sealed class BoundaryEdit
{
    private readonly CityDefinition _city;
    private readonly string _basis;
    private readonly TreeOfDate _original;
    private readonly SortedDictionary<AdministrativeUnitCode, AdministrativeUnit> _units = [];
    private readonly HashSet<AdministrativeUnitCode> _moved = [];
    private readonly List<Succession> _successions = [];
    private readonly List<Refusal> _problems = [];
    private readonly List<Refusal> _warnings = [];

    public BoundaryEdit(CityDefinition city, DateOnly date, string basis)
    {
        _city = city;
        _basis = basis;
        Date = date;
        _original = city.Tree.On(date);
        foreach (var unit in _original.Units)
        {
            _units.Add(unit.Code, unit);
        }
    }

    /// <summary>The first day of the new boundaries.</summary>
    public DateOnly Date { get; }

    /// <summary>The units as the operations so far left them, by code.</summary>
    public IEnumerable<AdministrativeUnit> Units => _units.Values;

    /// <summary>Notes something wrong.</summary>
    public void Refuse(string code, string detail, string hint) => _problems.Add(new Refusal(code, detail, hint));

    /// <summary>Notes something that should be known.</summary>
    public void Warn(string code, string detail, string hint) => _warnings.Add(new Refusal(code, detail, hint));

    /// <summary>Finds a unit that stands, and that no operation before has merged, split or recoded.</summary>
    public bool TryFind(string? text, [NotNullWhen(true)] out AdministrativeUnit? unit)
    {
        unit = null;
        if (!AdministrativeUnitCode.TryParse(text, out var code) || !_units.TryGetValue(code, out unit))
        {
            Refuse(
                "unknown_unit",
                string.Create(CultureInfo.InvariantCulture, $"The unit '{text}' does not stand on {Date:yyyy-MM-dd}."),
                "Name a unit that stands on that day and that no operation before has ended.");
            return false;
        }

        return true;
    }

    /// <summary>Whether the code stands.</summary>
    public bool Stands(AdministrativeUnitCode code) => _units.ContainsKey(code);

    /// <summary>
    /// Claims a unit for an operation that divides or ends it: each unit takes part in one such operation of a change,
    /// or else the shares of one would rest on the result of another.
    /// </summary>
    public bool Claim(AdministrativeUnitCode code)
    {
        if (_moved.Add(code))
        {
            return true;
        }

        Refuse(
            "changed_twice",
            $"The unit {code} takes part in two operations of one change.",
            "Say what became of it in one operation, or make two changes on two days.");
        return false;
    }

    /// <summary>Puts a unit in place of the one with its code, or adds it.</summary>
    public void Put(AdministrativeUnit unit) => _units[unit.Code] = unit;

    /// <summary>Ends a unit.</summary>
    public void End(AdministrativeUnitCode code) => _units.Remove(code);

    /// <summary>Says that all of a unit went to another.</summary>
    public void Whole(AdministrativeUnitCode from, AdministrativeUnitCode into) =>
        _successions.Add(new Succession(Date, from, into, true, 1, _basis));

    /// <summary>Says that a part of a unit went to another.</summary>
    public void Part(AdministrativeUnitCode from, AdministrativeUnitCode into, double? area, double? population) =>
        _successions.Add(new Succession(Date, from, into, false, area, _basis) { PopulationShare = population });

    /// <summary>The city with the units as they are now, or everything that is wrong with it.</summary>
    public ChangeOutcome Finish()
    {
        CheckUppers();
        if (_problems.Count > 0)
        {
            return new ChangeOutcome.Refused([.. _problems]);
        }

        var goesOn = _units.Keys.Where(code => _original.Find(code) is not null && !HasSuccession(code)
            && _units[code] != _original.Find(code)).ToArray();
        Array.ForEach(goesOn, code => Whole(code, code));
        AdministrativeTree tree;
        try
        {
            tree = new AdministrativeTree(Versions());
        }
        catch (ArgumentException exception)
        {
            // The tree's own rules: a ring of upper units, or two units of one code on a day.
            return new ChangeOutcome.Refused([new Refusal(
                "no_tree", exception.Message, "Look at the upper units that the operations give.")]);
        }

        var city = _city with { Tree = tree, Successions = [.. _city.Successions, .. _successions] };
        WarnOfPlans(tree.On(Date));
        return new ChangeOutcome.Applied(city, [.. _warnings]);
    }

    private bool HasSuccession(AdministrativeUnitCode code) => _successions.Exists(row => row.Predecessor == code);

    private IEnumerable<AdministrativeUnit> Versions()
    {
        foreach (var unit in _city.Tree.Versions)
        {
            var stood = _original.Find(unit.Code) == unit;
            yield return stood && _units.GetValueOrDefault(unit.Code) != unit
                ? unit with { ValidTo = Date.AddDays(-1) }
                : unit;
        }

        foreach (var unit in _units.Values.Where(unit => _original.Find(unit.Code) != unit))
        {
            yield return unit with { ValidFrom = Date, ValidTo = null };
        }
    }

    private void CheckUppers()
    {
        foreach (var unit in _units.Values)
        {
            if (unit.UpperUnit is not { } code)
            {
                if (_original.Find(unit.Code)?.UpperUnit is not null)
                {
                    Refuse("orphan", $"The unit {unit.Code} would have nothing above it.", "Give it an upper unit.");
                }
            }
            else if (!_units.TryGetValue(code, out var upper))
            {
                if (_original.Find(code) is not null || _original.Find(unit.Code) != unit)
                {
                    Refuse(
                        "orphan",
                        $"The unit {unit.Code} is below {code}, which does not stand then.",
                        "Say in the operation which unit is above it from then on.");
                }
            }
            else if (upper.Level >= unit.Level)
            {
                Refuse(
                    "level_order",
                    $"The unit {unit.Code} ({unit.Level}) cannot be below {code} ({upper.Level}).",
                    "A unit is below one of a higher level.");
            }
        }
    }

    private void WarnOfPlans(TreeOfDate after)
    {
        var levels = after.Units.Select(unit => unit.Level).ToHashSet();
        foreach (var plan in _city.Plans.Where(plan => plan.Unit is { } unit
            && _original.Find(unit) is not null && after.Find(unit) is null))
        {
            Warn(
                "plan_without_unit",
                $"Plan {plan.Id} is of unit {plan.Unit}, which ends: its targets bind nobody from then on.",
                "Load it anew for the unit that took over.");
        }

        foreach (var level in _original.Units.Select(unit => unit.Level).Distinct().Where(one => !levels.Contains(one)))
        {
            var targets = _city.Targets.Where(target => target.Levels.Length > 0
                && target.Levels.All(one => one == level)).Select(target => target.Id).ToArray();
            if (targets.Length > 0)
            {
                Warn(
                    "targets_without_level",
                    $"There are no units of level {level} from then on; these targets bind that level alone: "
                    + $"{string.Join(", ", targets)}.",
                    "Give those targets to another level.");
            }
        }
    }
}
