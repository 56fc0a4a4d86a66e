using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Tiles;

/// <summary>
/// A Mapbox vector tile 2.1 of points, in one layer: made for what moves, from the features of this tile alone.
/// Stateless.
/// </summary>
public static class PointTile
{
    private const int LayerField = 3;
    private const int FeatureField = 2;

    /// <summary>
    /// The tile, not compressed; <c>null</c> where no point lies in its square or the
    /// <see cref="VectorTileset.Buffer"/> around. What is no point is left out.
    /// </summary>
    public static byte[]? Encode(string layerName, Tile tile, IReadOnlyList<TileFeature> features)
    {
        var attributes = new TileAttributes(features);
        var scratch = new TileScratch(attributes.ValueCount);
        var values = new TileValues(attributes, scratch);
        var box = tile.MercatorBounds;
        for (var i = 0; i < features.Count; i++)
        {
            if (features[i].Shape is Point { IsEmpty: false } point && Place(point, box) is { } place)
            {
                Write(scratch, features[i].Id, values.Take(i), place);
            }
        }

        return scratch.Features.Length == 0 ? null : Layer(layerName, scratch, attributes, values);
    }

    private static TilePoint? Place(Point point, Envelope box)
    {
        var (x, y) = WebMercator.Forward(point.X, point.Y);
        var unit = VectorTileset.Extent / box.Width;
        var (column, row) = (Math.Floor((x - box.MinX) * unit), Math.Floor((box.MaxY - y) * unit));
        const int Least = -VectorTileset.Buffer;
        const int Most = VectorTileset.Extent + VectorTileset.Buffer;
        return column is >= Least and <= Most && row is >= Least and <= Most
            ? new TilePoint((int)column, (int)row)
            : null;
    }

    private static void Write(TileScratch scratch, ulong? id, ReadOnlySpan<byte> tags, TilePoint place)
    {
        const int IdField = 1;
        const int TagsField = 2;
        const int TypeField = 3;
        const int GeometryField = 4;
        const ulong PointType = 1;
        const ulong MoveToOnce = 1 | (1 << 3);

        var geometry = scratch.Geometry;
        geometry.Clear();
        geometry.WriteNumber(MoveToOnce);
        geometry.WriteNumber(ProtobufBuffer.ZigZag(place.X));
        geometry.WriteNumber(ProtobufBuffer.ZigZag(place.Y));
        var feature = new ProtobufBuffer(tags.Length + geometry.Length + 24);
        if (id is { } number)
        {
            feature.WriteField(IdField, number);
        }

        feature.WriteField(TagsField, tags);
        feature.WriteField(TypeField, PointType);
        feature.WriteField(GeometryField, geometry.Written);
        scratch.Features.WriteField(FeatureField, feature.Written);
    }

    private static byte[] Layer(
        string name, TileScratch scratch, TileAttributes attributes, TileValues values)
    {
        const int NameField = 1;
        const int ExtentField = 5;
        const int VersionField = 15;
        const ulong Version = 2;

        var layer = new ProtobufBuffer(scratch.Features.Length + values.Encoded.Length + attributes.Keys.Length + 64);
        layer.WriteField(VersionField, Version);
        layer.WriteField(NameField, name);
        layer.WriteRaw(scratch.Features.Written);
        layer.WriteRaw(attributes.Keys);
        layer.WriteRaw(values.Encoded);
        layer.WriteField(ExtentField, (ulong)VectorTileset.Extent);
        var tile = new ProtobufBuffer(layer.Length + 8);
        tile.WriteField(LayerField, layer.Written);
        return tile.ToArray();
    }
}
