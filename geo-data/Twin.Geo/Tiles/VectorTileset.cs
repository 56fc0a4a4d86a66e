using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Twin.Geo.Tiles;

/// <summary>
/// Mapbox vector tiles 2.1 of points, lines and polygons, in one layer. For each tile matrix the shapes are put on its
/// grid once, when the first tile of it is asked for, and polygons encoded; a tile then copies those that it holds
/// whole and cuts the others. Simplified by zoom: points lie on every eighth of the 4,096 units of a tile; areas and
/// lines smaller than that are left out, and of features that are a point at one place all but the first. At the finest
/// matrix points lie on every unit, 15 cm at the equator, and none is left out. Immutable to its users; safe for any
/// number of threads.
/// </summary>
public sealed class VectorTileset
{
    /// <summary>The units of a tile's side.</summary>
    public const int Extent = 4096;

    /// <summary>How many units around its square a tile shows, so that outlines do not end at its sides.</summary>
    public const int Buffer = 64;

    /// <summary>The finest tile matrix; whoever needs finer ones draws these larger.</summary>
    public const int MaxMatrix = 16;

    private const int SimplifiedUnits = 8;
    private const int LayerField = 3;
    private const int VersionField = 15;
    private const ulong Version = 2;

    private readonly string _name;
    private readonly ImmutableArray<TileFeature> _features;
    private readonly TileAttributes _attributes;
    private readonly Lazy<TileShape[]>[] _matrices;
    private readonly ConcurrentBag<TileScratch> _scratch = [];

    /// <summary>Takes the features; those that come first are drawn first.</summary>
    public VectorTileset(string layerName, IEnumerable<TileFeature> features)
    {
        _name = layerName;
        _features = [.. features];
        _attributes = new TileAttributes(_features);
        _matrices =
        [
            .. Enumerable.Range(0, MaxMatrix + 1)
                .Select(matrix => new Lazy<TileShape[]>(() => Prepare(matrix))),
        ];
    }

    /// <summary>
    /// The tile, not compressed; <c>null</c> where nothing is in it. Throws for a matrix beyond
    /// <see cref="MaxMatrix"/>.
    /// </summary>
    public byte[]? Encode(Tile tile)
    {
        if (!tile.IsValid || tile.Matrix > MaxMatrix)
        {
            throw new ArgumentOutOfRangeException(nameof(tile), tile, "There is no such tile.");
        }

        var window = TileWindow.Of(tile);
        var scratch = _scratch.TryTake(out var used) ? used : new TileScratch(_attributes.ValueCount);
        var (features, geometry) = (scratch.Features, scratch.Geometry);
        var values = new TileValues(_attributes, scratch);
        foreach (var shape in _matrices[tile.Matrix].Value)
        {
            if (window.Meets(shape.Bounds))
            {
                geometry.Clear();
                shape.Write(geometry, window, scratch.Clipper);
                if (geometry.Length > 0)
                {
                    WriteFeature(features, shape, geometry, values);
                }
            }
        }

        var layer = features.Length == 0 ? null : Layer(features, values);
        scratch.Clear();
        _scratch.Add(scratch);
        return layer;
    }

    private void WriteFeature(
        ProtobufBuffer features, TileShape shape, ProtobufBuffer geometry, TileValues values)
    {
        const int IdField = 1;
        const int TagsField = 2;
        const int TypeField = 3;
        const int GeometryField = 4;
        const int FeatureField = 2;

        var tags = values.Take(shape.Feature);
        var id = _features[shape.Feature].Id;
        var length = (id is { } number ? 1 + ProtobufBuffer.SizeOf(number) : 0)
            + 1 + ProtobufBuffer.SizeOf((ulong)tags.Length) + tags.Length
            + 2
            + 1 + ProtobufBuffer.SizeOf((ulong)geometry.Length) + geometry.Length;
        features.WriteHeader(FeatureField, length);
        if (id is { } given)
        {
            features.WriteField(IdField, given);
        }

        features.WriteField(TagsField, tags);
        features.WriteField(TypeField, shape.Type);
        features.WriteField(GeometryField, geometry.Written);
    }

    private byte[] Layer(ProtobufBuffer features, TileValues values)
    {
        const int NameField = 1;
        const int ExtentField = 5;

        var ends = new ProtobufBuffer(64);
        ends.WriteField(ExtentField, (ulong)Extent);
        ends.WriteField(VersionField, Version);
        ends.WriteField(NameField, _name);
        var length = features.Length + _attributes.Keys.Length + values.Encoded.Length + ends.Length;
        var tile = new ProtobufBuffer(length + 8);
        tile.WriteHeader(LayerField, length);
        tile.WriteRaw(ends.Written);
        tile.WriteRaw(features.Written);
        tile.WriteRaw(_attributes.Keys);
        tile.WriteRaw(values.Encoded);
        return tile.ToArray();
    }

    private TileShape[] Prepare(int matrix)
    {
        var every = matrix == MaxMatrix ? 1 : SimplifiedUnits;
        var taken = new HashSet<TilePoint>();
        return
        [
            .. _features.Select((feature, index) => TileShape.Of(index, feature.Shape, matrix, every))
                .OfType<TileShape>()
                .Where(shape => matrix == MaxMatrix || shape is not TilePoints { Single: { } point }
                    || taken.Add(point)),
        ];
    }
}
