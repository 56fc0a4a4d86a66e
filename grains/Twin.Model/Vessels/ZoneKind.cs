namespace Twin.Model.Vessels;

/// <summary>What a vessel may do in a place follows from which of these it is.</summary>
public enum ZoneKind
{
    /// <summary>A port.</summary>
    Port = 0,

    /// <summary>The coastal zone (vùng ven bờ).</summary>
    Coastal = 1,

    /// <summary>The inshore zone (vùng lộng).</summary>
    Inshore = 2,

    /// <summary>The offshore zone (vùng khơi).</summary>
    Offshore = 3,

    /// <summary>Beyond the line to foreign waters.</summary>
    Foreign = 4,

    /// <summary>An area that is closed to fishing, always or in its season; it lies in one of the others.</summary>
    Closed = 5,

    /// <summary>None that the dataset draws.</summary>
    Outside = 6,
}
