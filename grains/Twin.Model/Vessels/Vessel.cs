using Twin.Model.Units;

namespace Twin.Model.Vessels;

/// <summary>A vessel as its papers have it. Where it is and whether it is heard is not part of it.</summary>
public sealed record Vessel
{
    /// <summary>What it answers to.</summary>
    public required VesselId Id { get; init; }

    /// <summary>The registration number; <c>null</c> where it was never registered.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The maritime mobile service identity of its radio.</summary>
    public Mmsi? Mmsi { get; init; }

    /// <summary>The IMO number.</summary>
    public int? ImoNumber { get; init; }

    /// <summary>The call sign.</summary>
    public string? CallSign { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The greatest length; <c>null</c> where nobody measured it.</summary>
    public double? LengthMeters { get; init; }

    /// <summary>The unit that it belongs to.</summary>
    public AdministrativeUnitCode? HomeUnit { get; init; }

    /// <summary>Who owns it, as a reference into another register: no personal data is kept here.</summary>
    public string? OwnerReference { get; init; }

    /// <summary>What it fishes with.</summary>
    public string? Gear { get; init; }

    /// <summary>The registration.</summary>
    public Validity? Registration { get; init; }

    /// <summary>The inspection.</summary>
    public Validity? Inspection { get; init; }

    /// <summary>The fishing licence.</summary>
    public Validity? Licence { get; init; }

    /// <summary>The device that reports positions: who runs it, and from when to when it was on board.</summary>
    public Beacon? Beacon { get; init; }

    /// <summary>Whether it was made up for demonstration.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The class of its length; <c>null</c> where the length is not known.</summary>
    public SizeClass? SizeClass => LengthMeters is { } length ? SizeClasses.Of(length) : null;

    /// <summary>Whether somebody entered it: one that was only heard of has no papers.</summary>
    public bool IsRegistered => this != Unregistered(Id);

    /// <summary>
    /// Whether it is known by its radio alone and that says another country: no paper of this one is asked of it.
    /// </summary>
    public bool IsForeign => Mmsi is { IsVietnamese: false } && !IsRegistered;

    /// <summary>A vessel of which nothing is known but what it answers to.</summary>
    public static Vessel Unregistered(VesselId id) => new()
    {
        Id = id,
        Mmsi = Vessels.Mmsi.TryParse(id.Value, out var mmsi) ? mmsi : null,
    };
}
