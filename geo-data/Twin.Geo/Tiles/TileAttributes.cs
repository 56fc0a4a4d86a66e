using System.Diagnostics;

namespace Twin.Geo.Tiles;

/// <summary>
/// The attributes of all features of a layer, each name and value once and encoded already: a tile takes the values
/// that its own features have. Immutable.
/// </summary>
internal sealed class TileAttributes
{
    private const int KeysField = 3;
    private const int ValuesField = 4;

    private readonly byte[][] _values;
    private readonly int[][] _pairs;

    public TileAttributes(IReadOnlyList<TileFeature> features)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new Dictionary<TileValue, int>();
        _pairs = new int[features.Count][];
        for (var i = 0; i < features.Count; i++)
        {
            var attributes = features[i].Attributes;
            var pairs = new int[attributes.Length * 2];
            for (var j = 0; j < attributes.Length; j++)
            {
                pairs[2 * j] = IndexOf(names, attributes[j].Key);
                pairs[(2 * j) + 1] = IndexOf(values, attributes[j].Value);
            }

            _pairs[i] = pairs;
        }

        _values = [.. values.OrderBy(pair => pair.Value).Select(pair => Encode(pair.Key))];
        var keys = new ProtobufBuffer(256);
        foreach (var (name, _) in names.OrderBy(pair => pair.Value))
        {
            keys.WriteField(KeysField, name);
        }

        Keys = keys.ToArray();
    }

    /// <summary>The names, as fields of a layer.</summary>
    public byte[] Keys { get; }

    /// <summary>How many different values there are.</summary>
    public int ValueCount => _values.Length;

    /// <summary>Name and value, again and again, of a feature.</summary>
    public ReadOnlySpan<int> PairsOf(int feature) => _pairs[feature];

    /// <summary>A value, as a field of a layer.</summary>
    public ReadOnlySpan<byte> Value(int index) => _values[index];

    private static int IndexOf<T>(Dictionary<T, int> known, T item)
        where T : notnull
    {
        if (!known.TryGetValue(item, out var index))
        {
            known[item] = index = known.Count;
        }

        return index;
    }

    private static byte[] Encode(TileValue value)
    {
        var content = new ProtobufBuffer(64);
        switch (value)
        {
            case TileValue.Text text:
                content.WriteField(1, text.Value);
                break;
            case TileValue.Number number:
                content.WriteField(3, number.Value);
                break;
            case TileValue.Count count:
                content.WriteField(6, ProtobufBuffer.ZigZag(count.Value));
                break;
            case TileValue.Flag flag:
                content.WriteField(7, flag.Value ? 1UL : 0);
                break;
            default:
                throw new UnreachableException();
        }

        var field = new ProtobufBuffer(content.Length + 8);
        field.WriteField(ValuesField, content.Written);
        return field.ToArray();
    }
}
