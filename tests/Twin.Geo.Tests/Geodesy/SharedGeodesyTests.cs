using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Geodesy;

/// <summary>
/// The page measures with the same formulas as the server; both are held against one file, the page's by
/// api/web/src/space/geodesy.test.ts.
/// </summary>
public sealed class SharedGeodesyTests
{
    private const double ToleranceMeters = 1e-3;
    private const double ToleranceDegrees = 1e-5;
    private const double RelativeTolerance = 1e-9;

    private static readonly JsonElement Fixture = JsonElement.Parse(
        File.ReadAllBytes(Path.Combine(ReferenceData.RepositoryRoot, "tests", "fixtures", "geodesy.json")));

    [Fact]
    public void Lines_are_as_long_as_the_file_says() => EachOf("lines", row =>
    {
        var line = Geodesic.Inverse(Position(row.GetProperty("from")), Position(row.GetProperty("to")));

        Assert.Equal(row.GetProperty("meters").GetDouble(), line.DistanceMeters, ToleranceMeters);
        Assert.Equal(row.GetProperty("azimuth").GetDouble(), line.InitialAzimuthDegrees, ToleranceDegrees);
    });

    [Fact]
    public void Lines_end_where_the_file_says() => EachOf("ends", row =>
    {
        var end = Geodesic.Direct(
            Position(row.GetProperty("from")),
            row.GetProperty("azimuth").GetDouble(),
            row.GetProperty("meters").GetDouble());

        Assert.InRange(Geodesic.DistanceMeters(end, Position(row.GetProperty("to"))), 0, ToleranceMeters);
    });

    [Fact]
    public void Areas_are_as_large_as_the_file_says() => EachOf("areas", row =>
    {
        var rings = row.GetProperty("rings").EnumerateArray().Select(Ring).ToArray();
        var area = GeodesicArea.SquareMeters(new Polygon(rings[0], rings[1..]));

        var expected = row.GetProperty("squareMeters").GetDouble();
        Assert.InRange(area / expected, 1 - RelativeTolerance, 1 + RelativeTolerance);
    });

    private static void EachOf(string group, Action<JsonElement> check)
    {
        var rows = Fixture.GetProperty(group);
        Assert.True(rows.GetArrayLength() > 3, group);
        Assert.All(rows.EnumerateArray(), check);
    }

    private static LinearRing Ring(JsonElement ring)
    {
        var corners = ring.EnumerateArray().Select(pair => new Coordinate(pair[0].GetDouble(), pair[1].GetDouble()));
        return new LinearRing([.. corners, new Coordinate(ring[0][0].GetDouble(), ring[0][1].GetDouble())]);
    }

    private static GeoPosition Position(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());
}
