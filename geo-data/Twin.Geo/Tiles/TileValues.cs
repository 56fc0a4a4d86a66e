namespace Twin.Geo.Tiles;

/// <summary>
/// The values that one tile has so far, each once, and the tags of its features that point at them. For one thread.
/// </summary>
internal sealed class TileValues(TileAttributes attributes, TileScratch scratch)
{
    /// <summary>The values, as fields of the layer.</summary>
    public ReadOnlySpan<byte> Encoded => scratch.Values.Written;

    /// <summary>The tags of a feature; valid until the next call.</summary>
    public ReadOnlySpan<byte> Take(int feature)
    {
        var tags = scratch.Tags;
        tags.Clear();
        var pairs = attributes.PairsOf(feature);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            tags.WriteNumber((ulong)pairs[i]);
            tags.WriteNumber((ulong)PlaceOf(pairs[i + 1]));
        }

        return tags.Written;
    }

    private int PlaceOf(int value)
    {
        if (scratch.Places[value] == 0)
        {
            scratch.Taken.Add(value);
            scratch.Places[value] = scratch.Taken.Count;
            scratch.Values.WriteRaw(attributes.Value(value));
        }

        return scratch.Places[value] - 1;
    }
}
