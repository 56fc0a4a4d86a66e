namespace Twin.Geo.Ais;

/// <summary>A turn of more than 5° in 30 s, from a vessel that cannot measure it.</summary>
public enum AisFastTurn
{
    /// <summary>To port.</summary>
    Left,

    /// <summary>To starboard.</summary>
    Right,
}
