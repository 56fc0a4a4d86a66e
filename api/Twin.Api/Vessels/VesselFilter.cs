using System.Collections.Frozen;
using Twin.Api.Alerts;
using Twin.Api.Live;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Which vessels are wanted.</summary>
internal sealed class VesselFilter
{
    private FrozenSet<string>? _units;
    private IReadOnlyList<SizeClass> _sizes = [];
    private IReadOnlyList<ContactState> _contacts = [];
    private IReadOnlyList<LostSlot> _slots = [];
    private IReadOnlyList<ZoneKind> _zones = [];
    private bool? _violates;
    private bool? _isEligible;
    private bool? _isThreeNo;
    private string? _search;

    /// <summary>Reads the parameters; what is wrong stays in the reader.</summary>
    public static VesselFilter Read(QueryReader query, CityDefinition city)
    {
        var filter = ReadIdentity(query, city);
        filter._contacts = query.ReadNames<ContactState>("contact");
        filter._slots = query.ReadNames<LostSlot>("lostSlot");
        return filter;
    }

    /// <summary>Reads those of the parameters that are about papers and not about contact.</summary>
    public static VesselFilter ReadIdentity(QueryReader query, CityDefinition city) => new()
    {
        _units = query.Unit("unit", city.Tree) is { } unit
            ? EventFilter.SelfAndEverBelow(city.Tree, unit)
            : null,
        _sizes = query.ReadNames<SizeClass>("sizeClass"),
        _isEligible = query.Flag("eligible"),
        _isThreeNo = query.Flag("threeNo"),
        _zones = query.ReadNames<ZoneKind>("zone"),
        _violates = query.Flag("violates"),
        _search = query.Text("q"),
    };

    /// <summary>Reads the unit alone.</summary>
    public static VesselFilter OfUnit(QueryReader query, CityDefinition city) => new()
    {
        _units = query.Unit("unit", city.Tree) is { } unit
            ? EventFilter.SelfAndEverBelow(city.Tree, unit)
            : null,
    };

    /// <summary>Whether a vessel is wanted.</summary>
    public bool Matches(VesselStanding standing)
    {
        var group = standing.Group;
        return (_units is null || (group.HomeUnit is { } unit && _units.Contains(unit.Value)))
            && (_sizes.Count == 0 || (group.SizeClass is { } size && _sizes.Contains(size)))
            && (_contacts.Count == 0 || _contacts.Contains(group.Contact))
            && (_slots.Count == 0 || (group.LostSlot is { } slot && _slots.Contains(slot)))
            && (_isEligible is not { } eligible || eligible == group.IsEligible)
            && (_isThreeNo is not { } threeNo || threeNo == group.IsThreeNo)
            && (_zones.Count == 0 || (group.Zone is { } zone && _zones.Contains(zone)))
            && (_violates is not { } violates || violates == !standing.Violations.IsEmpty)
            && (_search is null || Holds(standing.Vessel, _search));
    }

    private static bool Holds(Vessel vessel, string text) =>
        new[] { vessel.Id.Value, vessel.Name, vessel.Mmsi?.ToString(), vessel.CallSign }
            .Any(one => one?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
