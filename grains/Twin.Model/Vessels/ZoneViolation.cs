using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>A vessel stays where its rule forbids it to. It lasts until the vessel has left.</summary>
/// <param name="Zone">The code of the zone.</param>
/// <param name="Kind">What the zone is.</param>
/// <param name="Since">Since when it has been seen there, not passing.</param>
/// <param name="FoundAt">The report by which it had been there long enough.</param>
/// <param name="Where">Where it was then.</param>
/// <param name="Source">The rule's source.</param>
public sealed record ZoneViolation(
    string Zone, ZoneKind Kind, DateTimeOffset Since, DateTimeOffset FoundAt, GeoPosition Where, string Source);
