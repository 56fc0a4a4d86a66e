namespace Twin.Api.Vessels;

/// <summary>What a member of an object or a column of a table says of a position.</summary>
internal enum PositionField
{
    /// <summary>What the vessel answers to.</summary>
    Vessel = 0,

    /// <summary>When it was there.</summary>
    Time = 1,

    /// <summary>Degrees east.</summary>
    Longitude = 2,

    /// <summary>Degrees north.</summary>
    Latitude = 3,

    /// <summary>Knots.</summary>
    Speed = 4,

    /// <summary>Degrees.</summary>
    Course = 5,

    /// <summary>Degrees.</summary>
    Heading = 6,

    /// <summary>What it was doing, by the number of ITU-R M.1371.</summary>
    Status = 7,

    /// <summary>Who heard it.</summary>
    Receiver = 8,
}
