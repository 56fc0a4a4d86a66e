using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Twin.Api.Json;
using Twin.Api.Lists;
using Twin.Api.Space.Moving;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Space;

public sealed class HitCollectorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 5, 0, 0, 123, TimeSpan.Zero);
    private static readonly FleetMoment Moment = new(Rules, new FleetQuestion(Noon.AddMinutes(30), []));

    private static readonly double[] Degrees =
    [
        0, 107, -107, 0.1, -0.1, 0.0001, 0.00009, 0.000099, 0.001, 0.0010001, 1.0000001, 9.9999999, -9.9999999,
        99.9999999, 100.05, 107.992, 107.0000101, 179.9999999, -179.9999999, 180, -180,
    ];

    public static TheoryData<int, bool> Pages => new()
    {
        { 2, false },
        { 2, true },
        { 100, false },
        { 100, true },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_boat_that_crosses_is_counted_once_at_its_later_place(int limit, bool isLaterFirst)
    {
        using var hits = new HitCollector(new VesselSearch { Limit = limit }, Moment);
        PlacedVessel[] crossing = [Placed("HP-2", 0, 107.1), Placed("HP-2", 1, 107.2)];
        hits.Add([Placed("HP-1", 0, 107), crossing[isLaterFirst ? 1 : 0]]);
        hits.Add([crossing[isLaterFirst ? 0 : 1], Placed("HP-3", 0, 107.3)]);

        var page = hits.ToHits();

        Assert.Equal(3, page.Matched);
        Assert.Equal(limit is 2 ? "HP-1 HP-2" : "HP-1 HP-2 HP-3", Ids(page));
        Assert.Equal(107.2, page.Hits[1].Vessel.Position.LongitudeDegrees);
        Assert.Equal(limit is 2 ? "HP-2" : null, page.Next?.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_nearest_are_reckoned_from_the_later_place_of_a_boat_that_crosses(bool isLaterFirst)
    {
        var search = new VesselSearch { Center = new GeoPosition(107, 20), Nearest = 2, Limit = 2 };
        using var hits = new HitCollector(search, Moment);
        PlacedVessel[] crossing = [Placed("HP-2", 0, 107.1), Placed("HP-2", 1, 107.4)];
        hits.Add([crossing[isLaterFirst ? 1 : 0]]);
        hits.Add([crossing[isLaterFirst ? 0 : 1], Placed("HP-3", 0, 107.3)]);

        var page = hits.ToHits();

        Assert.Equal("HP-3 HP-2", Ids(page));
        Assert.Equal(page.Hits.Select(hit => hit.DistanceMeters).Order(), page.Hits.Select(hit => hit.DistanceMeters));
    }

    [Fact]
    public void An_earlier_place_of_a_boat_that_crosses_keeps_no_other_from_the_page()
    {
        var search = new VesselSearch { Center = new GeoPosition(107, 20), Nearest = 1, Limit = 1 };
        using var hits = new HitCollector(search, Moment);
        hits.Add([Placed("HP-2", 0, 107.1), Placed("HP-3", 0, 107.3)]);
        var later = Placed("HP-2", 1, 107.4);
        hits.Add([later, later]);

        Assert.Equal("HP-3", Ids(hits.ToHits()));
    }

    [Fact]
    public void A_boat_that_crosses_and_is_shown_twice_is_on_the_page_once()
    {
        using var hits = new HitCollector(new VesselSearch { Limit = 5 }, Moment);
        var later = Placed("HP-2", 1, 107.4);
        hits.Add([Placed("HP-2", 0, 107.1)]);
        hits.Add([later, later, Placed("HP-3", 0, 107.3)]);

        Assert.Equal("HP-2 HP-3", Ids(hits.ToHits()));
    }

    [Fact]
    public void What_one_search_has_seen_is_not_seen_by_the_next()
    {
        for (var i = 0; i < 3; i++)
        {
            using var hits = new HitCollector(new VesselSearch { Limit = 10 }, Moment);
            hits.Add([Placed("HP-1", 0, 107)]);

            Assert.Equal(1, hits.ToHits().Matched);
        }
    }

    [Fact]
    public async Task A_page_is_written_as_the_serializer_would_write_it()
    {
        await using var app = await TwinApp.StartAsync();
        var options = app.Service<IOptions<JsonOptions>>().Value.SerializerOptions;
        VesselHit[] hits =
        [
            new(new VesselView(Placed("HP-1", 0, 107), Moment), null, null),
            new(new VesselView(new PlacedVessel(Called("Cát \"Bà\" <1>"), Full("HP-2")), Moment), 12.345678, 0),
            new(
                new VesselView(
                    new PlacedVessel(Vessel.Unregistered(Named("574000001")), Full("574000001")), Moment),
                1e-9,
                1_234_567.891),
            .. Degrees.Select(degrees => new VesselHit(
                new VesselView(Placed("HP-4", 0, degrees), Moment), null, null)),
        ];
        LinkAnswer[] links =
        [
            new("self", "/v1/space/vessels?bbox=1,2,3,4&filter=name%20%3D%20%27Cát%27", "application/json"),
            new("next", "/v1/space/vessels?cursor=a+b", "application/json"),
        ];
        var expected = JsonSerializer.Serialize(
            new ListAnswer<VesselPlaceAnswer>([.. hits.Select(Answer)], 1_234, links), options);
        var written = new ArrayBufferWriter<byte>();

        new VesselListResult(new VesselHits(hits, 1_234, null, Moment.At), links).Write(written);

        Assert.Equal(expected, Encoding.UTF8.GetString(written.WrittenSpan));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z")]
    [InlineData("2026-11-26T23:59:59.9999999+07:00", "2026-11-26T16:59:59.999Z")]
    public void An_instant_is_written_in_UTC_with_milliseconds(string instant, string expected)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            UtcInstantConverter.Write(writer, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        }

        Assert.Equal($"\"{expected}\"", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Ids(VesselHits page) => string.Join(' ', page.Hits.Select(hit => hit.Vessel.Id));

    private static PlacedVessel Placed(string id, int minutes, double longitude) =>
        new(Boat(id), Report(id, Noon.AddMinutes(minutes), new GeoPosition(longitude, 20)));

    private static Vessel Called(string name) => Boat("HP-2", lengthMeters: 5, mmsi: "574000002") with { Name = name };

    private static PositionReport Full(string id) => Report(id, Noon, new GeoPosition(-0.0000001, 20.1234567)) with
    {
        SpeedOverGroundKnots = 11.5,
        CourseOverGroundDegrees = 359.9,
    };

    private static VesselPlaceAnswer Answer(VesselHit hit) => new()
    {
        Id = hit.Vessel.Id,
        Name = hit.Vessel.Vessel.Name,
        Mmsi = hit.Vessel.Vessel.Mmsi?.ToString(),
        SizeClass = hit.Vessel.Vessel.SizeClass,
        HomeUnit = hit.Vessel.Vessel.HomeUnit?.Value,
        IsEligible = hit.Vessel.IsEligible,
        IsThreeNo = hit.Vessel.IsThreeNo,
        Contact = hit.Vessel.Contact.State,
        Longitude = hit.Vessel.Position.LongitudeDegrees,
        Latitude = hit.Vessel.Position.LatitudeDegrees,
        PhenomenonTime = hit.Vessel.Last.PhenomenonTime,
        SpeedOverGroundKnots = hit.Vessel.Last.SpeedOverGroundKnots,
        CourseOverGroundDegrees = hit.Vessel.Last.CourseOverGroundDegrees,
        DistanceMeters = hit.DistanceMeters is { } distance ? Math.Round(distance, 2) : null,
        AlongMeters = hit.AlongMeters is { } along ? Math.Round(along, 2) : null,
    };
}
