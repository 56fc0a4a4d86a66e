using Twin.Geo.Datasets;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

public sealed class BoundaryReaderTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}""";

    private static readonly string Sound = Collection(
        Feature("1", Square), Feature("11", Square), Feature("12", Square));

    public static TheoryData<string, string, string> Spoiled() => new()
    {
        { "unit that does not stand that day", Collection(Feature("13", Square)), "unknown_reference" },
        { "no code", Collection("""{"type":"Feature","properties":null,"geometry":null}"""), "unknown_reference" },
        { "a unit twice", Collection(Feature("11", Square), Feature("11", Square)), "duplicate_key" },
        { "a unit missing", Collection(Feature("1", Square), Feature("11", Square)), "missing_value" },
        { "a point", Collection(Feature("11", """{"type":"Point","coordinates":[0,0]}""")), "invalid_value" },
        { "no geometry", Collection(Feature("11", "null")), "invalid_value" },
        { "no JSON", "{", "malformed_json" },
    };

    [Fact]
    public void Shapes_are_kept_as_well_known_binary_by_level_and_code()
    {
        using var dataset = WithBoundaries(Sound);

        var reading = dataset.Read();

        var set = Assert.Single(Assert.IsType<DatasetReading.Loaded>(reading).Dataset.Boundaries);
        Assert.Equal(["1", "11", "12"], set.Units.Select(u => u.Code.Value), StringComparer.Ordinal);
        Assert.All(set.Units, u => Assert.Equal(
            1, new NetTopologySuite.IO.WKBReader().Read([.. u.Wkb]).Area, 1e-12));
        Assert.False(set.IsSchematic);
    }

    [Fact]
    public void Boundaries_are_not_read_where_they_are_not_asked_for()
    {
        using var dataset = WithBoundaries("{");

        var reading = dataset.Read(new DatasetReaderOptions { WithBoundaries = false });

        Assert.IsType<DatasetReading.Loaded>(reading);
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_bad_boundary_file_is_refused(string name, string geoJson, string code)
    {
        Assert.NotEmpty(name);
        using var dataset = WithBoundaries(geoJson);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => (p.File, p.Code) == ("map.geojson", code));
    }

    [Theory]
    [InlineData("missing.geojson", DatasetProblemCodes.MissingFile)]
    [InlineData("../map.geojson", DatasetProblemCodes.InvalidValue)]
    [InlineData("/map.geojson", DatasetProblemCodes.InvalidValue)]
    public void A_boundary_file_must_lie_in_the_folder(string file, string code)
    {
        using var dataset = WithBoundaries(Sound);
        dataset.Spoil("dataset.json", "map.geojson", file);

        var reading = dataset.Read();

        var problem = Assert.Single(Assert.IsType<DatasetReading.Refused>(reading).Problems);
        Assert.Equal(code, problem.Code);
    }

    private static SmallDataset WithBoundaries(string geoJson)
    {
        var dataset = new SmallDataset();
        dataset.Spoil("dataset.json", "\"sources\":", """
            "boundaries": [ { "file": "map.geojson", "validFrom": "2024-01-01", "validTo": "2024-12-31" } ],
              "sources":
            """);
        dataset.Write("map.geojson", geoJson);
        return dataset;
    }

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Feature(string code, string geometry) =>
        $$"""{"type":"Feature","properties":{"code":"{{code}}"},"geometry":{{geometry}}}""";
}
