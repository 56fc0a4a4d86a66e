using System.Globalization;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>A vessel as it is to be in the register. What is left out is not known, or not there.</summary>
internal sealed record VesselRequest
{
    /// <summary>Who enters it.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The registration number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The nine digits of its MMSI: what is heard by it is the vessel's.</summary>
    public string? Mmsi { get; init; }

    /// <summary>The IMO number.</summary>
    public int? ImoNumber { get; init; }

    /// <summary>The call sign.</summary>
    public string? CallSign { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The greatest length.</summary>
    public double? LengthMeters { get; init; }

    /// <summary>The code of the unit that it belongs to.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>A reference to its owner in another register.</summary>
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

    /// <summary>The vessel, or why it cannot be so.</summary>
    public Vessel? ToVessel(VesselId id, VesselDraft draft, out Refusal? refusal)
    {
        draft.Set(VesselField.Id, id.Value);
        draft.Set(VesselField.RegistrationNumber, RegistrationNumber);
        draft.Set(VesselField.Mmsi, Mmsi);
        draft.Set(VesselField.ImoNumber, ImoNumber?.ToString(CultureInfo.InvariantCulture));
        draft.Set(VesselField.CallSign, CallSign);
        draft.Set(VesselField.Name, Name);
        draft.SetLength(LengthMeters);
        draft.Set(VesselField.HomeUnit, HomeUnit);
        draft.Set(VesselField.OwnerReference, OwnerReference);
        draft.Set(VesselField.Gear, Gear);
        Set(draft, VesselField.RegistrationFrom, Registration?.From);
        Set(draft, VesselField.RegistrationUntil, Registration?.Until);
        Set(draft, VesselField.InspectionFrom, Inspection?.From);
        Set(draft, VesselField.InspectionUntil, Inspection?.Until);
        Set(draft, VesselField.LicenceFrom, Licence?.From);
        Set(draft, VesselField.LicenceUntil, Licence?.Until);
        draft.Set(VesselField.BeaconFeed, Beacon?.Feed);
        Set(draft, VesselField.BeaconFrom, Beacon?.From);
        Set(draft, VesselField.BeaconUntil, Beacon?.Until);
        return draft.Make(out refusal);
    }

    private static void Set(VesselDraft draft, VesselField field, DateOnly? day) =>
        draft.Set(field, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
