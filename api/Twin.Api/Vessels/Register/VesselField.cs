namespace Twin.Api.Vessels.Register;

/// <summary>What a column of a table of vessels says.</summary>
internal enum VesselField
{
    /// <summary>What it answers to; the registration number or the MMSI where there is no such column.</summary>
    Id = 0,

    /// <summary>The registration number.</summary>
    RegistrationNumber = 1,

    /// <summary>The MMSI.</summary>
    Mmsi = 2,

    /// <summary>The IMO number.</summary>
    ImoNumber = 3,

    /// <summary>The call sign.</summary>
    CallSign = 4,

    /// <summary>The name.</summary>
    Name = 5,

    /// <summary>The greatest length, metres.</summary>
    LengthMeters = 6,

    /// <summary>The code or the name of the home unit.</summary>
    HomeUnit = 7,

    /// <summary>A reference to the owner.</summary>
    OwnerReference = 8,

    /// <summary>What it fishes with.</summary>
    Gear = 9,

    /// <summary>The first day of the registration.</summary>
    RegistrationFrom = 10,

    /// <summary>The last day of the registration.</summary>
    RegistrationUntil = 11,

    /// <summary>The first day of the inspection.</summary>
    InspectionFrom = 12,

    /// <summary>The last day of the inspection.</summary>
    InspectionUntil = 13,

    /// <summary>The first day of the licence.</summary>
    LicenceFrom = 14,

    /// <summary>The last day of the licence.</summary>
    LicenceUntil = 15,

    /// <summary>The feed of the beacon.</summary>
    BeaconFeed = 16,

    /// <summary>From when the beacon is on board.</summary>
    BeaconFrom = 17,

    /// <summary>Until when the beacon is on board.</summary>
    BeaconUntil = 18,
}
