namespace Twin.Geo.Ais;

/// <summary>Where a level goes. The numbers are those that receivers in the field use.</summary>
public enum AisTendency
{
    /// <summary>It stays.</summary>
    Steady = 0,

    /// <summary>It rises.</summary>
    Increasing = 1,

    /// <summary>It falls.</summary>
    Decreasing = 2,
}
