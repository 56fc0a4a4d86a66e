using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Cities;

/// <summary>Sorts what is different between the versions of units into what people look for.</summary>
internal sealed record ChangedUnits(
    IReadOnlyList<ChangedUnitAnswer> Begun,
    IReadOnlyList<ChangedUnitAnswer> Ended,
    IReadOnlyList<ChangedUnitAnswer> Changed,
    IReadOnlyList<ChangedUnitAnswer> Removed)
{
    /// <summary>A version is the same one when code and first day are.</summary>
    public static ChangedUnits Of(CityDifference.Parts<AdministrativeUnit> units)
    {
        var before = units.Removed.ToDictionary(unit => (unit.Code, unit.ValidFrom));
        var begun = new List<ChangedUnitAnswer>();
        var ended = new List<ChangedUnitAnswer>();
        var changed = new List<ChangedUnitAnswer>();
        foreach (var unit in units.Added)
        {
            if (!before.Remove((unit.Code, unit.ValidFrom), out var old))
            {
                begun.Add(ChangedUnitAnswer.Of(unit));
            }
            else
            {
                (old.ValidTo == unit.ValidTo ? changed : ended).Add(ChangedUnitAnswer.Of(unit));
            }
        }

        return new ChangedUnits(begun, ended, changed, [.. before.Values.Select(ChangedUnitAnswer.Of)]);
    }
}
