using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>A vessel as somebody entered it.</summary>
internal sealed record RegisterEntryAnswer
{
    /// <summary>When; <c>null</c> for what was there before entries were kept.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who; <c>null</c> for what was there before entries were kept.</summary>
    public string? By { get; init; }

    /// <summary>Why, as far as was said.</summary>
    public string? Reason { get; init; }

    /// <summary>The registration number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The MMSI.</summary>
    public string? Mmsi { get; init; }

    /// <summary>The IMO number.</summary>
    public int? ImoNumber { get; init; }

    /// <summary>The call sign.</summary>
    public string? CallSign { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The greatest length.</summary>
    public double? LengthMeters { get; init; }

    /// <summary>The unit that it belongs to.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>A reference to its owner.</summary>
    public string? OwnerReference { get; init; }

    /// <summary>What it fishes with.</summary>
    public string? Gear { get; init; }

    /// <summary>The registration.</summary>
    public PaperRequest? Registration { get; init; }

    /// <summary>The inspection.</summary>
    public PaperRequest? Inspection { get; init; }

    /// <summary>The fishing licence.</summary>
    public PaperRequest? Licence { get; init; }

    /// <summary>The device that reports positions.</summary>
    public BeaconRequest? Beacon { get; init; }

    /// <summary>Whether what was heard of its radio until then became its own.</summary>
    public required bool IsMerged { get; init; }

    /// <summary>The answer for an entry.</summary>
    public static RegisterEntryAnswer Of(RegisterEntry entry)
    {
        var vessel = entry.Vessel;
        return new RegisterEntryAnswer
        {
            At = entry.At == default ? null : entry.At,
            By = entry.By.Length == 0 ? null : entry.By,
            Reason = entry.Reason,
            RegistrationNumber = vessel.RegistrationNumber,
            Mmsi = vessel.Mmsi?.ToString(),
            ImoNumber = vessel.ImoNumber,
            CallSign = vessel.CallSign,
            Name = vessel.Name,
            LengthMeters = vessel.LengthMeters,
            HomeUnit = vessel.HomeUnit?.Value,
            OwnerReference = vessel.OwnerReference,
            Gear = vessel.Gear,
            Registration = Of(vessel.Registration),
            Inspection = Of(vessel.Inspection),
            Licence = Of(vessel.Licence),
            Beacon = vessel.Beacon is { } beacon
                ? new BeaconRequest(beacon.Feed, beacon.OnBoard.From, beacon.OnBoard.Until)
                : null,
            IsMerged = entry.Heard is not null,
        };
    }

    private static PaperRequest? Of(Validity? validity) =>
        validity is { } paper ? new PaperRequest(paper.From, paper.Until) : null;
}
