using System.Globalization;
using NetTopologySuite.Geometries;
using Npgsql;
using Orleans;
using Twin.Api.Space.Moving;
using Twin.Geo.Formats;
using Twin.Geo.Indexing;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Api.Tests.Space;

/// <summary>
/// Ten thousand seeded questions over the surveyed communes, asked of PostGIS and of what answers ours: the index of
/// positions, and the searches over the cells of the real grains.
/// </summary>
public sealed class PostGisTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    // Both are within 0.1 mm of the ellipsoid: where they part on what lies within a radius, it is no further off.
    private const double ToleranceMeters = 1e-3;

    private const string Extension = "/usr/share/postgresql/15/extension/postgis.control";
    private const string Missing = "PostGIS is missing: apt-get install postgresql-15-postgis-3";
    private const string Communes = "reference/boundaries/haiphong/pre2025_l3_communes.geojson";
    private const int Boats = 2_000;
    private const int PointQuestions = 4_000;
    private const int BoxQuestions = 2_000;
    private const int RadiusQuestions = 1_500;
    private const int NearestQuestions = 500;
    private const int PolygonQuestions = 2_000;
    private const int NearestCount = 7;

    private static readonly Envelope Box = new(106.3, 107.8, 20.3, 21.2);
    private static readonly GeometryFactory Factory = new();

    [SkippableFact]
    public async Task Ten_thousand_answers_are_those_of_PostGIS()
    {
        Require();
        var communes = ReadCommunes();
        var boats = MakeBoats();
        await using var app = await TwinApp.StartAsync();
        await SendAsync(app.Service<IGrainFactory>(), app.Clock.GetUtcNow(), boats);
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await FillAsync(database, communes, boats);
        var map = app.Service<FleetMap>();

        await ComparePointsAsync(database, communes);
        await CompareBoxesAsync(database, map);
        await CompareRadiiAsync(database, map);
        await CompareNearestAsync(database, map);
        await ComparePolygonsAsync(database, map);
    }

    private static async Task ComparePointsAsync(NpgsqlDataSource database, GeoJsonFeature[] communes)
    {
        const string Sql =
            """
            select coalesce((select min(c.number) from commune c where st_covers(c.geom, p.at)), -1)
            from (select n, st_setsrid(st_makepoint(x, y), 4326) as at
                  from unnest(@x, @y) with ordinality as q(x, y, n)) p
            order by n
            """;

        var raster = AreaRaster.Build([.. communes.Select(commune => commune.Geometry)]);
        var points = Points(new Random(41), PointQuestions);
        var expected = await AskAsync(database, Sql, points, static reader => reader.GetInt32(0));

        var found = points.Select(raster.Find).ToArray();

        Assert.Equal(expected, found);
        Assert.InRange(expected.Count(number => number >= 0), 200, PointQuestions);
    }

    private static async Task CompareBoxesAsync(NpgsqlDataSource database, FleetMap map)
    {
        const string Sql =
            """
            select coalesce((select string_agg(v.id, ' ' order by v.id) from vessel v
              where st_intersects(v.geom, st_makeenvelope(x, y, x + w, y + w, 4326))), '')
            from unnest(@x, @y, @w) with ordinality as q(x, y, w, n) order by n
            """;

        var random = new Random(42);
        var points = Points(random, BoxQuestions);
        var widths = Numbers(random, BoxQuestions, 0.005, 0.1);
        var expected = await AskAsync(database, Sql, points, static reader => reader.GetString(0), ("w", widths));

        for (var i = 0; i < points.Length; i++)
        {
            var (x, y) = (points[i].LongitudeDegrees, points[i].LatitudeDegrees);
            var area = new BoxArea(new GeoBox(x, y, x + widths[i], y + widths[i]));
            Assert.Equal(expected[i], await IdsAsync(map, area));
        }

        Assert.InRange(expected.Count(ids => ids.Length > 0), 500, BoxQuestions);
    }

    private static async Task CompareRadiiAsync(NpgsqlDataSource database, FleetMap map)
    {
        const string Sql =
            """
            select coalesce((select string_agg(v.id, ' ' order by v.id) from vessel v
                where st_dwithin(v.place, p.at, r - @tolerance)), ''),
              coalesce((select string_agg(v.id, ' ' order by v.id) from vessel v
                where st_dwithin(v.place, p.at, r + @tolerance)), '')
            from (select n, r, st_setsrid(st_makepoint(x, y), 4326)::geography as at
                  from unnest(@x, @y, @r) with ordinality as q(x, y, r, n)) p
            order by n
            """;

        var random = new Random(43);
        var points = Points(random, RadiusQuestions);
        var radii = Numbers(random, RadiusQuestions, 200, 15_000);
        var expected = await AskAsync(
            database,
            Sql,
            points,
            static reader => (Less: Split(reader.GetString(0)), More: Split(reader.GetString(1))),
            ("r", radii),
            ("tolerance", ToleranceMeters));

        for (var i = 0; i < points.Length; i++)
        {
            var ids = Split(await IdsAsync(map, new CircleArea(points[i], radii[i])));
            Assert.Superset(expected[i].Less, ids);
            Assert.Subset(expected[i].More, ids);
        }

        Assert.InRange(expected.Count(one => one.Less.Count > 0), 500, RadiusQuestions);
    }

    private static async Task CompareNearestAsync(NpgsqlDataSource database, FleetMap map)
    {
        const string Sql =
            """
            select array(select st_distance(v.place, p.at) from vessel v order by 1 limit @count)
            from (select n, st_setsrid(st_makepoint(x, y), 4326)::geography as at
                  from unnest(@x, @y) with ordinality as q(x, y, n)) p
            order by n
            """;

        var points = Points(new Random(44), NearestQuestions);
        var expected = await AskAsync(
            database, Sql, points, static reader => reader.GetFieldValue<double[]>(0), ("count", NearestCount));

        for (var i = 0; i < points.Length; i++)
        {
            var hits = await map.FindAsync(
                new VesselSearch { Center = points[i], Nearest = NearestCount, Limit = NearestCount },
                CancellationToken.None);
            Assert.Equal(NearestCount, hits.Hits.Count);
            for (var place = 0; place < NearestCount; place++)
            {
                Assert.Equal(expected[i][place], hits.Hits[place].DistanceMeters ?? -1, ToleranceMeters);
            }
        }
    }

    private static async Task ComparePolygonsAsync(NpgsqlDataSource database, FleetMap map)
    {
        const string Sql =
            """
            select coalesce((select string_agg(v.id, ' ' order by v.id) from vessel v
              where st_covers(p.area, v.geom)), '')
            from (select n, st_geomfromtext(t, 4326) as area
                  from unnest(@t) with ordinality as q(t, n)) p
            order by n
            """;

        var random = new Random(45);
        var polygons = Points(random, PolygonQuestions).Select(middle => Star(random, middle)).ToArray();
        var expected = await AskAsync(
            database,
            Sql,
            [],
            static reader => reader.GetString(0),
            ("t", polygons.Select(polygon => polygon.AsText()).ToArray()));

        for (var i = 0; i < polygons.Length; i++)
        {
            Assert.Equal(expected[i], await IdsAsync(map, new ShapeArea(polygons[i])));
        }

        Assert.InRange(expected.Count(ids => ids.Length > 0), 500, PolygonQuestions);
    }

    private static async Task<string> IdsAsync(FleetMap map, SearchArea area)
    {
        var hits = await map.FindAsync(new VesselSearch { Area = area, Limit = Boats }, CancellationToken.None);
        return string.Join(' ', hits.Hits.Select(hit => hit.Vessel.Id));
    }

    private static HashSet<string> Split(string ids) =>
        ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static GeoPosition[] Points(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Somewhere(random))];

    private static double[] Numbers(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (random.NextDouble() * (high - low)))];

    private static GeoPosition Somewhere(Random random) => new(
        Box.MinX + (random.NextDouble() * Box.Width), Box.MinY + (random.NextDouble() * Box.Height));

    /// <summary>A polygon whose sides do not cross, with bays.</summary>
    private static Polygon Star(Random random, GeoPosition middle)
    {
        var corners = random.Next(3, 30);
        var ring = new Coordinate[corners + 1];
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / corners);
            var reach = 0.01 + (random.NextDouble() * 0.08);
            ring[i] = new Coordinate(middle.LongitudeDegrees + (reach * cos), middle.LatitudeDegrees + (reach * sin));
        }

        ring[corners] = ring[0].Copy();
        return Factory.CreatePolygon(ring);
    }

    private static (string Id, GeoPosition At)[] MakeBoats()
    {
        var random = new Random(40);
        return
        [
            .. Enumerable.Range(0, Boats).Select(i => (
                string.Create(CultureInfo.InvariantCulture, $"HP-{i:D5}"),
                FleetCity.Report("HP-0", default, Somewhere(random)).Position)),
        ];
    }

    private static async Task SendAsync(
        IGrainFactory grains, DateTimeOffset now, IEnumerable<(string Id, GeoPosition At)> boats)
    {
        await grains.ReportAsync(
            [.. boats.Select(boat => FleetCity.Report(boat.Id, now, boat.At))],
            await grains.GetGrain<IFeedGrain>(FleetCity.Feed).Seen());
        await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(
            shard => grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)).SettleCells()));
    }

    private static GeoJsonFeature[] ReadCommunes()
    {
        var bytes = File.ReadAllBytes(ReferenceData.Require(Communes));
        Assert.True(GeoJsonFeatureReader.TryRead(bytes, out var features, out var refusal), refusal?.Detail);
        return [.. features];
    }

    private static async Task FillAsync(
        NpgsqlDataSource database, GeoJsonFeature[] communes, (string Id, GeoPosition At)[] boats)
    {
        await RunAsync(database, "create extension postgis");
        await RunAsync(
            database,
            """
            create table commune as select n::int - 1 as number, st_geomfromtext(t, 4326) as geom
            from unnest(@t) with ordinality as q(t, n)
            """,
            ("t", communes.Select(commune => commune.Geometry!.AsText()).ToArray()));
        await RunAsync(
            database,
            """
            create table vessel as select id collate "C" as id, st_setsrid(st_makepoint(x, y), 4326) as geom,
              st_setsrid(st_makepoint(x, y), 4326)::geography as place
            from unnest(@id, @x, @y) as q(id, x, y)
            """,
            ("id", boats.Select(boat => boat.Id).ToArray()),
            ("x", boats.Select(boat => boat.At.LongitudeDegrees).ToArray()),
            ("y", boats.Select(boat => boat.At.LatitudeDegrees).ToArray()));
        await RunAsync(database, "create index on vessel using gist (geom); create index on vessel using gist (place)");
        await RunAsync(database, "create index on commune using gist (geom); analyze");
    }

    private static async Task RunAsync(
        NpgsqlDataSource database, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T[]> AskAsync<T>(
        NpgsqlDataSource database,
        string sql,
        GeoPosition[] points,
        Func<NpgsqlDataReader, T> read,
        params (string Name, object Value)[] parameters)
    {
        (string, object)[] all =
        [
            .. parameters,
            .. points.Length == 0
                ? []
                : new (string, object)[]
                {
                    ("x", points.Select(point => point.LongitudeDegrees).ToArray()),
                    ("y", points.Select(point => point.LatitudeDegrees).ToArray()),
                },
        ];
        await using var command = Command(database, sql, all);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return [.. rows];
    }

    // What is run here is a constant of this file.
    private static NpgsqlCommand Command(
        NpgsqlDataSource database, string sql, IEnumerable<(string Name, object Value)> parameters)
    {
#pragma warning disable CA2100 // The text is a constant of this class; values are parameters.
        var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        command.CommandTimeout = 120;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private void Require()
    {
        var isRequired = string.Equals(
            Environment.GetEnvironmentVariable(ReferenceData.RequireAllVariable), "1", StringComparison.Ordinal);
        Assert.False(!File.Exists(Extension) && isRequired, Missing);
        Skip.IfNot(File.Exists(Extension), Missing);
        server.Require();
    }
}
