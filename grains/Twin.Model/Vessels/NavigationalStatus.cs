namespace Twin.Model.Vessels;

/// <summary>What a vessel says it is doing (ITU-R M.1371-5 table 48). The numbers are the standard's.</summary>
public enum NavigationalStatus
{
    /// <summary>Under way using engine.</summary>
    UnderWayUsingEngine = 0,

    /// <summary>At anchor.</summary>
    AtAnchor = 1,

    /// <summary>Not under command.</summary>
    NotUnderCommand = 2,

    /// <summary>Restricted maneuverability.</summary>
    RestrictedManeuverability = 3,

    /// <summary>Constrained by her draught.</summary>
    ConstrainedByDraught = 4,

    /// <summary>Moored.</summary>
    Moored = 5,

    /// <summary>Aground.</summary>
    Aground = 6,

    /// <summary>Engaged in fishing.</summary>
    EngagedInFishing = 7,

    /// <summary>Under way sailing.</summary>
    UnderWaySailing = 8,

    /// <summary>Reserved for high-speed craft with dangerous goods.</summary>
    ReservedHighSpeedCraft = 9,

    /// <summary>Reserved for wing-in-ground craft with dangerous goods.</summary>
    ReservedWingInGround = 10,

    /// <summary>Power-driven vessel towing astern.</summary>
    TowingAstern = 11,

    /// <summary>Power-driven vessel pushing ahead or towing alongside.</summary>
    PushingAhead = 12,

    /// <summary>Reserved.</summary>
    Reserved = 13,

    /// <summary>An active search and rescue transmitter, man-overboard device or emergency beacon.</summary>
    ActiveRescueTransmitter = 14,
}
