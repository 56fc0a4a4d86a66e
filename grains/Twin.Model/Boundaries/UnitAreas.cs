using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// The areas of units: as published, or else the sum of what they were made of, where all of that is known. For one
/// thread.
/// </summary>
internal sealed class UnitAreas(AdministrativeTree tree, ILookup<DateOnly, Succession> successions)
{
    private readonly Dictionary<(AdministrativeUnitCode, DateOnly), double?> _known = [];

    /// <summary>The area of a version in km², or <c>null</c>.</summary>
    public double? Of(AdministrativeUnit unit)
    {
        var key = (unit.Code, unit.ValidFrom);
        if (!_known.TryGetValue(key, out var area))
        {
            _known[key] = null; // Whatever comes back to it on the way does not know it either.
            _known[key] = area = unit.AreaSquareKilometers is > 0 and { } published ? published : Made(unit);
        }

        return area;
    }

    private double? Made(AdministrativeUnit unit)
    {
        double? sum = null;
        foreach (var part in successions[unit.ValidFrom].Where(s => s.Successor == unit.Code))
        {
            var share = part.IsWhole ? 1 : part.AreaShare;
            var before = tree.Find(part.Predecessor, unit.ValidFrom.AddDays(-1));
            if (share is null || before is null || Of(before) is not { } area)
            {
                return null;
            }

            sum = (sum ?? 0) + (share * area);
        }

        return sum;
    }
}
