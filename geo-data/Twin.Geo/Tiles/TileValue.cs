namespace Twin.Geo.Tiles;

/// <summary>The value of an attribute in a vector tile (MVT 2.1 §4.4).</summary>
public abstract record TileValue
{
    private TileValue()
    {
    }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : TileValue;

    /// <summary>A whole number.</summary>
    public sealed record Count(long Value) : TileValue;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : TileValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : TileValue;
}
