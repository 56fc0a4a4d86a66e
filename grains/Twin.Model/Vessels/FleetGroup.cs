using Twin.Model.Units;

namespace Twin.Model.Vessels;

/// <summary>Vessels that are alike in everything that is counted.</summary>
/// <param name="HomeUnit">The unit that they belong to; <c>null</c> where not known.</param>
/// <param name="SizeClass">The class of their length; <c>null</c> where not known.</param>
/// <param name="Contact">Whether they are heard.</param>
/// <param name="IsEligible">Whether they have all papers that they must have.</param>
/// <param name="IsThreeNo">Whether they have no registration, no inspection and no licence.</param>
/// <param name="LostSlot">When of the day a lost one was last heard; <c>null</c> for others.</param>
/// <param name="Zone">Where they were heard last; <c>null</c> for those that never were.</param>
/// <param name="Gear">What they fish with; <c>null</c> where not known.</param>
/// <param name="Violates">Whether they stay where their rule forbids them to.</param>
public readonly record struct FleetGroup(
    AdministrativeUnitCode? HomeUnit,
    SizeClass? SizeClass,
    ContactState Contact,
    bool IsEligible,
    bool IsThreeNo,
    LostSlot? LostSlot,
    ZoneKind? Zone,
    string? Gear,
    bool Violates = false);
