using System.Collections.Concurrent;

namespace Twin.Geo.Tiles;

/// <summary>
/// The values that one tile has so far, each once, and the tags of its features that point at them. For one thread;
/// <see cref="Return"/> gives back what it has borrowed.
/// </summary>
internal sealed class TileValues
{
    private readonly TileAttributes _attributes;
    private readonly ConcurrentBag<int[]> _scratch;
    private readonly int[] _places;
    private readonly List<int> _taken = new(64);
    private readonly ProtobufBuffer _encoded = new(4096);
    private readonly ProtobufBuffer _tags = new(64);

    public TileValues(TileAttributes attributes, ConcurrentBag<int[]> scratch)
    {
        _attributes = attributes;
        _scratch = scratch;
        // All zeros: whoever had it before has put it back so.
        _places = scratch.TryTake(out var places) ? places : new int[attributes.ValueCount];
    }

    /// <summary>The values, as fields of the layer.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded.Written;

    /// <summary>The tags of a feature; valid until the next call.</summary>
    public ReadOnlySpan<byte> Take(int feature)
    {
        _tags.Clear();
        var pairs = _attributes.PairsOf(feature);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            _tags.WriteNumber((ulong)pairs[i]);
            _tags.WriteNumber((ulong)PlaceOf(pairs[i + 1]));
        }

        return _tags.Written;
    }

    /// <summary>Puts the borrowed memory back.</summary>
    public void Return()
    {
        foreach (var value in _taken)
        {
            _places[value] = 0;
        }

        _scratch.Add(_places);
    }

    private int PlaceOf(int value)
    {
        // One more than the place, so that 0 says "not yet".
        if (_places[value] == 0)
        {
            _taken.Add(value);
            _places[value] = _taken.Count;
            _encoded.WriteRaw(_attributes.Value(value));
        }

        return _places[value] - 1;
    }
}
