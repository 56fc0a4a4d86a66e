using System.Globalization;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>
/// Says whether the rows of <c>units.csv</c> make a tree on every day. <see cref="AdministrativeTree"/> throws where
/// they do not; a dataset's faults must be values.
/// </summary>
internal static class UnitCheck
{
    /// <summary>Whether a tree can be made of the rows; whatever stands against it is reported.</summary>
    public static bool MakesTree(List<Keyed<AdministrativeUnit>> units)
    {
        var versions = units.ToLookup(u => u.Value.Code);
        // A version that ends before it begins was reported as its row was read.
        var isTree = units.All(u => u.Value.ValidTo is not { } last || last >= u.Value.ValidFrom);
        foreach (var (row, unit) in units)
        {
            isTree &= StandsAlone(row, unit, versions[unit.Code]) & IsBelowHigherLevel(row, unit, versions);
        }

        return isTree;
    }

    private static bool StandsAlone(
        CsvRow row, AdministrativeUnit unit, IEnumerable<Keyed<AdministrativeUnit>> versions)
    {
        // The later row is at fault; of two that begin on one day, the lower one in the file.
        var earlier = versions.FirstOrDefault(v => v.Row.Line != row.Line
            && (v.Value.ValidFrom, v.Row.Line).CompareTo((unit.ValidFrom, row.Line)) < 0
            && v.Value.IsValidOn(unit.ValidFrom));
        if (earlier.Row is null)
        {
            return true;
        }

        row.Report(
            DatasetProblemCodes.OverlappingVersions,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Unit {unit.Code} stands on {unit.ValidFrom:O} by line {earlier.Row.Line} already."),
            "End the earlier version the day before.");
        return false;
    }

    // Levels that only rise on the way up also rule out rings of units above one another.
    private static bool IsBelowHigherLevel(
        CsvRow row, AdministrativeUnit unit, ILookup<AdministrativeUnitCode, Keyed<AdministrativeUnit>> versions)
    {
        if (unit.UpperUnit is not { } upper
            || versions[upper].FirstOrDefault(u => u.Value.Level >= unit.Level && Overlap(u.Value, unit)).Row is null)
        {
            return true;
        }

        row.Invalid("upper_unit", upper.Value, $"A {unit.Level} must be under a unit of a higher level.");
        return false;
    }

    private static bool Overlap(AdministrativeUnit a, AdministrativeUnit b) =>
        a.IsValidOn(b.ValidFrom) || b.IsValidOn(a.ValidFrom);
}
