namespace Twin.Model.Places;

/// <summary>The names of the properties that sites have.</summary>
public static class SiteProperties
{
    /// <summary>The operators that send from it.</summary>
    public const string Operators = "operators";

    /// <summary>The radio access technology.</summary>
    public const string Technology = "technology";

    /// <summary>How far it is.</summary>
    public const string Status = "status";

    /// <summary>The day from which it sends.</summary>
    public const string OnAirDate = "onAirDate";

    /// <summary>The height of its antennas above ground.</summary>
    public const string HeightMeters = "heightMeters";

    /// <summary>The strongest cell's equivalent isotropic radiated power.</summary>
    public const string EirpDbm = "eirpDbm";

    /// <summary>Whether several operators use its structure.</summary>
    public const string StructureShared = "structureShared";

    /// <summary>Who owns the structure.</summary>
    public const string StructureOwner = "structureOwner";

    /// <summary>The status of a site that sends.</summary>
    public const string OnAir = "onAir";
}
