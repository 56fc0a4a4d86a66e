using System.Globalization;

namespace Twin.Model.Places;

/// <summary>
/// Spreads the places of a layer over shards. The number is part of what is stored: it cannot change without moving it.
/// </summary>
public static class PlaceShards
{
    /// <summary>How many shards a layer has.</summary>
    public const int Count = 16;

    /// <summary>The key of the grain of a shard.</summary>
    public static string Key(PlaceLayer layer, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{PlaceSchemas.Of(layer).Id}-{shard}");

    /// <summary>The layer that the key of a grain names; throws where it is none.</summary>
    public static PlaceLayer LayerOf(string key) => PlaceSchemas.Find(key.Split('-')[0]) is { } schema
        ? schema.Layer
        : throw new ArgumentException($"'{key}' is no shard of a layer.", nameof(key));

    /// <summary>The shard of a place, from 0 to <see cref="Count"/> - 1.</summary>
    public static int Of(PlaceId id)
    {
        // FNV-1a: string.GetHashCode differs from run to run, and this must not.
        var hash = 2_166_136_261u;
        foreach (var c in id.Value)
        {
            hash = (hash ^ c) * 16_777_619;
        }

        // The lowest bit alone follows the characters' parity; what is above mixes better.
        return (int)((hash >> 8) % Count);
    }
}
