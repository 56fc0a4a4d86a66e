using Twin.Model.Places;
using Twin.TestKit;

namespace Twin.Model.Tests.Places;

public sealed class PlaceHistoryTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly May = new(2024, 5, 1);

    private readonly PlaceHistory _place = PlaceHistory.Of(TestPlaces.Id("A"))
        .With(TestPlaces.Site("A", status: "planned", from: January), Stamp(1))
        .With(TestPlaces.Site("A", status: "onAir", from: May), Stamp(2));

    [Fact]
    public void Each_day_has_the_version_that_began_last_before_it()
    {
        Assert.Null(_place.On(January.AddDays(-1)));
        Assert.Equal("planned", _place.On(January)?.Text("status"));
        Assert.Equal("planned", _place.On(May.AddDays(-1))?.Text("status"));
        Assert.Equal("onAir", _place.On(May)?.Text("status"));
        Assert.Equal("onAir", _place.On(DateOnly.MaxValue)?.Text("status"));
        Assert.Equal("onAir", _place.LastWithin(January, May)?.Text("status"));
        Assert.Equal("planned", _place.LastWithin(January, May.AddDays(-1))?.Text("status"));
    }

    [Fact]
    public void A_version_between_two_ends_the_one_before_and_stops_at_the_one_after()
    {
        var place = _place.With(TestPlaces.Site("A", status: "building", from: March), Stamp(3));

        Assert.Equal(
            [(January, March.AddDays(-1)), (March, May.AddDays(-1)), (May, (DateOnly?)null)],
            place.Versions.Select(version => (version.ValidFrom, version.ValidTo)));
        Assert.Equal(PlaceAction.Changed, place.Changes[^1].Action);
    }

    [Fact]
    public void A_version_of_the_same_first_day_corrects_and_the_trail_keeps_what_was_said()
    {
        var place = _place.With(TestPlaces.Site("A", status: "off", from: May), Stamp(3));

        Assert.Equal(2, place.Versions.Length);
        Assert.Equal("off", place.On(May)?.Text("status"));
        Assert.Equal(PlaceAction.Corrected, place.Changes[^1].Action);
        Assert.Equal("onAir", place.Changes[^1].Before?.Text("status"));
        Assert.Equal(("tester", 3L), (place.Changes[^1].By, place.Revision));
    }

    [Fact]
    public void A_version_with_a_last_day_leaves_a_gap_after_it()
    {
        var place = _place.With(
            TestPlaces.Site("A", status: "building", from: March) with { ValidTo = March.AddDays(9) }, Stamp(3));

        Assert.Null(place.On(March.AddDays(10)));
        Assert.NotNull(place.On(May));
    }

    [Fact]
    public void What_is_ended_is_gone_from_that_day_on_and_stays_before()
    {
        var place = _place.EndedOn(March, Stamp(3));

        Assert.Equal("planned", place.On(March.AddDays(-1))?.Text("status"));
        Assert.Null(place.On(March));
        Assert.Null(place.On(May));
        Assert.Equal(
            [PlaceAction.Created, PlaceAction.Changed, PlaceAction.Ended],
            place.Changes.Select(change => change.Action));
    }

    [Fact]
    public void Only_the_latest_entries_of_the_trail_are_kept()
    {
        var place = _place;
        for (var revision = 3; revision < 3 + PlaceHistory.MaxChanges; revision++)
        {
            place = place.With(TestPlaces.Site("A", latitude: 20 + (revision / 100.0), from: May), Stamp(revision));
        }

        Assert.Equal(PlaceHistory.MaxChanges, place.Changes.Length);
        Assert.Equal(3, place.Changes[0].Revision);
    }

    private static PlaceStamp Stamp(long revision) => new(revision, "tester", DateTimeOffset.UnixEpoch, "a test");
}
