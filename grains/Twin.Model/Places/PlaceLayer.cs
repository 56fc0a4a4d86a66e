namespace Twin.Model.Places;

/// <summary>The layers of places: what stands in a city and rarely moves. Stored as numbers: append only.</summary>
public enum PlaceLayer
{
    /// <summary>Telecom sites.</summary>
    Sites = 0,

    /// <summary>Schools, hospitals, industrial parks, offices and the like.</summary>
    Facilities = 1,

    /// <summary>Areas drawn for a purpose: the city center, industrial parks, fishing zones.</summary>
    Zones = 2,

    /// <summary>Streets and cable runs, overhead or underground.</summary>
    Routes = 3,
}
