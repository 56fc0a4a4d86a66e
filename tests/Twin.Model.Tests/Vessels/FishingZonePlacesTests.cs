using Twin.Model.Places;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Model.Tests.Vessels;

public sealed class FishingZonePlacesTests
{
    [Theory]
    [InlineData("no season is all of the year", null, null, true)]
    [InlineData("a season", "04-15", "07-15", true)]
    [InlineData("over the end of the year", "12-01", "02-29", true)]
    [InlineData("no last day", "04-15", null, false)]
    [InlineData("no first day", null, "07-15", false)]
    [InlineData("no such month", "13-01", "07-15", false)]
    [InlineData("no such day", "04-31", "07-15", false)]
    [InlineData("a whole date", "2024-04-15", "07-15", false)]
    [InlineData("a word", "xuân", "hè", false)]
    public void A_zone_has_a_whole_season_or_none(string name, string? from, string? to, bool isRight)
    {
        var zone = TestPlaces.Zone("CAM", 107, 20, 108, 21) with
        {
            Kind = "fishingClosed",
            Properties =
            [
                .. from is null ? [] : (PlaceProperty[])[new PlaceProperty(FishingZonePlaces.SeasonFrom, from)],
                .. to is null ? [] : (PlaceProperty[])[new PlaceProperty(FishingZonePlaces.SeasonTo, to)],
            ],
        };

        var (place, refusals) = PlaceRules.Check(zone);

        Assert.True(isRight == (place is not null), name);
        Assert.All(refusals, refusal => Assert.Contains("04-15", refusal.Hint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_of_another_kind_or_day_is_no_fishing_zone()
    {
        var park = TestPlaces.Zone("KCN", 107, 20, 108, 21);
        var zone = park with { Kind = "fishingOffshore", ValidTo = new DateOnly(2025, 12, 31) };

        Assert.Null(FishingZonePlaces.Of(Entered(park), new DateOnly(2025, 1, 1)));
        Assert.Null(FishingZonePlaces.Of(Entered(zone), new DateOnly(2023, 12, 31)));
        Assert.Null(FishingZonePlaces.Of(Entered(zone), new DateOnly(2026, 1, 1)));
        var found = FishingZonePlaces.Of(Entered(zone), new DateOnly(2025, 12, 31));
        Assert.Equal(ZoneKind.Offshore, found?.Zone.Kind);
        Assert.Equal(new DateOnly(2025, 12, 31), found?.Zone.To);
        Assert.Equal(zone.Geometry, found?.Shape);
    }

    private static PlaceHistory Entered(Place place) => PlaceHistory.Of(place.Id).With(
        place, new PlaceStamp(1, "tester", DateTimeOffset.UnixEpoch, "a test"));
}
