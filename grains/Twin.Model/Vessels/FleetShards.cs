namespace Twin.Model.Vessels;

/// <summary>
/// Spreads vessels over shards. The number is part of what is stored: it cannot change without moving it.
/// </summary>
public static class FleetShards
{
    /// <summary>How many shards there are.</summary>
    public const int Count = 64;

    /// <summary>The key of the grain of a shard.</summary>
    public static string Key(int shard) => shard.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The shard of a vessel, from 0 to <see cref="Count"/> - 1.</summary>
    public static int Of(VesselId id)
    {
        // FNV-1a: string.GetHashCode differs from run to run, and this must not.
        var hash = 2_166_136_261u;
        foreach (var c in id.Value)
        {
            hash = (hash ^ c) * 16_777_619;
        }

        return (int)(hash % Count);
    }
}
