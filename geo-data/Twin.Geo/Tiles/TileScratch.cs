namespace Twin.Geo.Tiles;

/// <summary>
/// The memory that making a tile takes, borrowed for one tile after another: without it each would leave 20 KB behind.
/// For one thread at a time.
/// </summary>
/// <param name="valueCount">How many different values the tileset has.</param>
internal sealed class TileScratch(int valueCount)
{
    // Enough for a tile of some hundred features, so that buffers seldom grow.
    private const int TileBytes = 16 << 10;

    /// <summary>The features of the tile.</summary>
    public ProtobufBuffer Features { get; } = new(TileBytes);

    /// <summary>The geometry of one feature.</summary>
    public ProtobufBuffer Geometry { get; } = new(1024);

    /// <summary>The values of the tile.</summary>
    public ProtobufBuffer Values { get; } = new(4096);

    /// <summary>The tags of one feature.</summary>
    public ProtobufBuffer Tags { get; } = new(64);

    /// <summary>Cuts rings.</summary>
    public TileClipper Clipper { get; } = new();

    /// <summary>For each value of the tileset one more than its place in the tile; 0 for those not in it.</summary>
    public int[] Places { get; } = new int[valueCount];

    /// <summary>The values that are in the tile.</summary>
    public List<int> Taken { get; } = new(64);

    /// <summary>Makes it ready for the next tile.</summary>
    public void Clear()
    {
        foreach (var value in Taken)
        {
            Places[value] = 0;
        }

        Taken.Clear();
        Features.Clear();
        Values.Clear();
    }
}
