using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Twin.Model.Units;

/// <summary>
/// All versions of all units of a city, and from them the tree of any date. Any depth. Immutable and safe for any
/// number of threads; look-ups take a binary search over the dates on which the tree changed and a hash look-up.
/// </summary>
public sealed class AdministrativeTree
{
    private readonly ImmutableArray<TreeOfDate> _epochs;
    private readonly FrozenDictionary<string, ImmutableArray<AdministrativeUnit>> _versions;
    private readonly FrozenDictionary<string, ImmutableArray<AdministrativeUnitCode>> _everBelow;

    /// <summary>
    /// Makes the tree; throws when two versions of one code stand on the same day, when a version ends before it
    /// begins, and when units stand above one another in a ring.
    /// </summary>
    public AdministrativeTree(IEnumerable<AdministrativeUnit> units)
    {
        Versions = [.. units.OrderBy(u => u.Code).ThenBy(u => u.ValidFrom)];
        _versions = Versions.GroupBy(u => u.Code.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        if (Versions.FirstOrDefault(u => u.ValidTo < u.ValidFrom) is { } backwards)
        {
            throw new ArgumentException($"Unit {backwards.Code} ends before {backwards.ValidFrom:O}.", nameof(units));
        }

        foreach (var versions in _versions.Values)
        {
            for (var i = 1; i < versions.Length; i++)
            {
                if (versions[i - 1].IsValidOn(versions[i].ValidFrom))
                {
                    throw new ArgumentException(
                        $"Unit {versions[i].Code} stands twice on {versions[i].ValidFrom:O}.", nameof(units));
                }
            }
        }

        _everBelow = Versions.Where(u => u.UpperUnit is not null)
            .GroupBy(u => u.UpperUnit!.Value.Value, StringComparer.Ordinal) // Filtered on the line above.
            .ToFrozenDictionary(
                g => g.Key, g => g.Select(u => u.Code).Distinct().Order().ToImmutableArray(), StringComparer.Ordinal);
        _epochs =
        [
            .. Versions.Select(u => u.ValidFrom)
                .Concat(Versions.Where(u => u.ValidTo is { } last && last < DateOnly.MaxValue)
                    .Select(u => u.ValidTo!.Value.AddDays(1))) // Filtered on the line above.
                .Distinct().Order().Select(date => new TreeOfDate(date, Versions.Where(u => u.IsValidOn(date)))),
        ];
    }

    /// <summary>Every version, by code and then first day.</summary>
    public ImmutableArray<AdministrativeUnit> Versions { get; }

    /// <summary>The first days of the trees that differ, oldest first.</summary>
    public IEnumerable<DateOnly> ChangeDates => _epochs.Select(e => e.From);

    /// <summary>Whether the code stands for a unit on any date.</summary>
    public bool Contains(AdministrativeUnitCode code) => _versions.ContainsKey(code.Value);

    /// <summary>Every version of a code, oldest first; empty for an unknown code.</summary>
    public ImmutableArray<AdministrativeUnit> VersionsOf(AdministrativeUnitCode code) =>
        _versions.TryGetValue(code.Value, out var versions) ? versions : [];

    /// <summary>The tree as it stood on a day; empty before the first.</summary>
    public TreeOfDate On(DateOnly date)
    {
        var low = 0;
        var high = _epochs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_epochs[middle].From <= date)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? TreeOfDate.Empty : _epochs[low - 1];
    }

    /// <summary>What the code stood for on a day, or <c>null</c>.</summary>
    public AdministrativeUnit? Find(AdministrativeUnitCode code, DateOnly date) => On(date).Find(code);

    /// <summary>The codes that were directly below a unit on any date, in order.</summary>
    public ImmutableArray<AdministrativeUnitCode> EverBelow(AdministrativeUnitCode code) =>
        _everBelow.TryGetValue(code.Value, out var below) ? below : [];
}
