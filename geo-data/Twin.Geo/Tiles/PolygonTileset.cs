using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Twin.Geo.Tiles;

/// <summary>
/// Mapbox vector tiles 2.1 of polygons, in one layer. For each tile matrix the polygons are put on its grid and encoded
/// once, when the first tile of it is asked for; a tile then copies those that it holds whole and cuts the others.
/// Simplified by zoom: points lie on every eighth of the 4,096 units of a tile, what is smaller than that is left out,
/// and at the finest matrix on every unit, 15 cm at the equator. Immutable to its users; safe for any number of
/// threads.
/// </summary>
public sealed class PolygonTileset
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
    private readonly Lazy<TilePolygon[]>[] _matrices;
    private readonly ConcurrentBag<TileScratch> _scratch = [];

    /// <summary>Takes the features; those that come first are drawn first.</summary>
    public PolygonTileset(string layerName, IEnumerable<TileFeature> features)
    {
        _name = layerName;
        _features = [.. features];
        _attributes = new TileAttributes(_features);
        _matrices =
        [
            .. Enumerable.Range(0, MaxMatrix + 1)
                .Select(matrix => new Lazy<TilePolygon[]>(() => Prepare(matrix))),
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
        foreach (var polygon in _matrices[tile.Matrix].Value)
        {
            if (window.Meets(polygon.Bounds))
            {
                geometry.Clear();
                polygon.Write(geometry, window, scratch.Clipper);
                if (geometry.Length > 0)
                {
                    WriteFeature(features, polygon.Feature, geometry, values);
                }
            }
        }

        var layer = features.Length == 0 ? null : Layer(features, values);
        scratch.Clear();
        _scratch.Add(scratch);
        return layer;
    }

    private void WriteFeature(ProtobufBuffer features, int index, ProtobufBuffer geometry, TileValues values)
    {
        const int IdField = 1;
        const int TagsField = 2;
        const int TypeField = 3;
        const int GeometryField = 4;
        const ulong Polygon = 3;
        const int FeatureField = 2;

        var tags = values.Take(index);
        var id = _features[index].Id;
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
        features.WriteField(TypeField, Polygon);
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

    private TilePolygon[] Prepare(int matrix)
    {
        var every = matrix == MaxMatrix ? 1 : SimplifiedUnits;
        return
        [
            .. _features.Select((feature, index) => TilePolygon.Of(index, feature.Shape, matrix, every))
                .OfType<TilePolygon>(),
        ];
    }
}
