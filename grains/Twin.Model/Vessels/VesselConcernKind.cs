namespace Twin.Model.Vessels;

/// <summary>Why somebody has to look after a vessel.</summary>
public enum VesselConcernKind
{
    /// <summary>It is silent for longer than the first clock.</summary>
    Lost = 0,

    /// <summary>It is silent for longer than the second clock.</summary>
    LongLost = 1,

    /// <summary>It fishes in a zone that is not for vessels like it.</summary>
    WrongZone = 2,

    /// <summary>It fishes in a closed area.</summary>
    ClosedArea = 3,

    /// <summary>It is beyond the line to foreign waters.</summary>
    ForeignWaters = 4,
}
