using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Twin.Api.Json;
using Twin.Geo.Coordinates;
using Twin.Geo.Tiles;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Draws vessels into a vector tile. Stateless.</summary>
internal static class VesselTile
{
    /// <summary>The most vessels that a tile shows each by itself; more are counted on its grid.</summary>
    public const int MaxSingle = 1_000;

    /// <summary>The attributes and what they are, for those who style them.</summary>
    public static readonly ImmutableArray<KeyValuePair<string, string>> Fields =
    [
        new("id", "String: the registration number or the MMSI; not on clusters"),
        new("name", "String: the name, where known; not on clusters"),
        new("sizeClass", "String: the class of its length, where known; not on clusters"),
        new("contact", "String: inContact, inPort, lost, longLost or feedDown; not on clusters"),
        new("courseOverGroundDegrees", "Number: the course, where known; not on clusters"),
        new("isEligible", "Boolean: whether it has all papers that it must have; not on clusters"),
        new("count", "Number: how many vessels a cluster stands for; on clusters alone"),
        new("lost", "Number: how many of them are lost; on clusters alone"),
    ];

    private const int GridMatrices = 5;
    private const int MaxTileMatrix = Tile.MaxMatrix;

    private static readonly GeometryFactory Factory = new();

    /// <summary>What a tile shows in degrees: its square and the buffer around, within the earth.</summary>
    public static ImmutableArray<GeoBox> BoxesOf(Tile tile)
    {
        var box = tile.MercatorBounds;
        box.ExpandBy(box.Width * VectorTileset.Buffer / VectorTileset.Extent);
        var (west, south) = WebMercator.Inverse(box.MinX, box.MinY);
        var (east, north) = WebMercator.Inverse(box.MaxX, box.MaxY);
        return [new GeoBox(Math.Max(west, -180), south, Math.Min(east, 180), north)];
    }

    /// <summary>The tile, not compressed; <c>null</c> where nothing is in it.</summary>
    public static byte[]? Encode(string layer, Tile tile, IReadOnlyList<VesselView> vessels)
    {
        IReadOnlyList<TileFeature> features = vessels.Count <= MaxSingle
            ? [.. vessels.OrderBy(one => one.Id, StringComparer.Ordinal).Select(Single)]
            : [.. Clusters(tile, vessels)];
        return PointTile.Encode(layer, tile, features);
    }

    private static TileFeature Single(VesselView vessel)
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, TileValue>>();
        attributes.Add(Text("id", vessel.Id));
        attributes.Add(Text("contact", Word(vessel.Contact.State)));
        attributes.Add(new("isEligible", new TileValue.Flag(vessel.IsEligible)));
        if (vessel.Vessel.Name is { } name)
        {
            attributes.Add(Text("name", name));
        }

        if (vessel.Vessel.SizeClass is { } size)
        {
            attributes.Add(Text("sizeClass", Word(size)));
        }

        if (vessel.Last.CourseOverGroundDegrees is { } course)
        {
            attributes.Add(new("courseOverGroundDegrees", new TileValue.Number(course)));
        }

        return new TileFeature(null, vessel.Geometry, attributes.ToImmutable());
    }

    /// <summary>One point for each square of the grid that holds a vessel, at the middle of its vessels.</summary>
    private static IEnumerable<TileFeature> Clusters(Tile tile, IReadOnlyList<VesselView> vessels)
    {
        var matrix = Math.Min(tile.Matrix + GridMatrices, MaxTileMatrix);
        foreach (var group in vessels.GroupBy(one => Tile.Holding(one.Position, matrix))
            .OrderBy(group => group.Key.Row).ThenBy(group => group.Key.Column))
        {
            var (count, lost) = (group.Count(), group.Count(one => one.Contact.IsLost));
            var middle = new Coordinate(
                group.Average(one => one.Position.LongitudeDegrees),
                group.Average(one => one.Position.LatitudeDegrees));
            yield return new TileFeature(
                null,
                Factory.CreatePoint(middle),
                [new("count", new TileValue.Count(count)), new("lost", new TileValue.Count(lost))]);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);

    private static KeyValuePair<string, TileValue> Text(string name, string value) =>
        new(name, new TileValue.Text(value));
}
