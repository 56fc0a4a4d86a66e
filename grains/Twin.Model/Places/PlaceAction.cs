namespace Twin.Model.Places;

/// <summary>What somebody did to a place. Stored as numbers: append only.</summary>
public enum PlaceAction
{
    /// <summary>Entered it.</summary>
    Created = 0,

    /// <summary>Gave it a version that begins on a day.</summary>
    Changed = 1,

    /// <summary>Replaced a version that began on the same day.</summary>
    Corrected = 2,

    /// <summary>Ended it.</summary>
    Ended = 3,
}
