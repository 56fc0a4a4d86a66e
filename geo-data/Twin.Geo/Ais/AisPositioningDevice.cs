namespace Twin.Geo.Ais;

/// <summary>What fixes the positions of a station (M.1371-5 table 53). The numbers are the standard's.</summary>
public enum AisPositioningDevice
{
    /// <summary>GPS.</summary>
    Gps = 1,

    /// <summary>GLONASS.</summary>
    Glonass = 2,

    /// <summary>GPS and GLONASS together.</summary>
    GpsAndGlonass = 3,

    /// <summary>Loran-C.</summary>
    LoranC = 4,

    /// <summary>Chayka.</summary>
    Chayka = 5,

    /// <summary>An integrated navigation system.</summary>
    IntegratedNavigation = 6,

    /// <summary>Surveyed, so it does not move.</summary>
    Surveyed = 7,

    /// <summary>Galileo.</summary>
    Galileo = 8,

    /// <summary>The transponder's own receiver.</summary>
    InternalGnss = 15,
}
