using System.Collections.Immutable;
using Twin.Model.Alerts;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Alerts;

public sealed class VesselCaseTests
{
    private readonly CaseBook _book = new(Unit("11914"), [], 0);

    [Fact]
    public void An_episode_has_one_case_however_often_it_is_seen()
    {
        var lost = Concern();

        var opened = Assert.Single(_book.Watch([lost], Noon));
        var again = _book.Watch([lost], Noon.AddMinutes(1));

        Assert.Empty(again);
        Assert.Equal("11914-C1 Open twin", $"{opened.Id} {opened.Stage} {opened.Events[0].By}");
        Assert.Equal(lost.Vessel, opened.Subject!.Vessel);
        Assert.Contains("HP-1", opened.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_episode_of_the_same_boat_has_another_case()
    {
        _book.Watch([Concern()], Noon);
        _book.Watch([], Noon.AddHours(1));

        _book.Watch([Concern() with { Episode = "silent:2", Since = Noon }], Noon.AddHours(9));

        Assert.Equal([CaseStage.Closed, CaseStage.Open], _book.Cases.Select(one => one.Stage));
    }

    [Fact]
    public void Nothing_is_opened_while_it_may_not_be_and_what_is_open_stays()
    {
        Assert.Empty(_book.Watch([Concern() with { MayOpen = false }], Noon));
        Assert.Single(_book.Watch([Concern()], Noon.AddMinutes(1)));
        Assert.Empty(_book.Watch([Concern() with { MayOpen = false }], Noon.AddMinutes(2)));
        Assert.Equal(CaseStage.Open, _book.Cases[0].Stage);
    }

    [Fact]
    public void The_second_clock_is_said_in_the_same_case()
    {
        _book.Watch([Concern()], Noon);

        var longLost = Concern() with { Kind = VesselConcernKind.LongLost };
        var worse = Assert.Single(_book.Watch([longLost], Noon.AddDays(10)));

        Assert.Equal(VesselConcernKind.LongLost, worse.Subject!.Kind);
        Assert.Equal(2, worse.Events.Length);
        Assert.Empty(_book.Watch([longLost], Noon.AddDays(11)));
    }

    [Fact]
    public void A_case_that_nobody_took_up_is_closed_with_its_episode()
    {
        _book.Watch([Concern()], Noon);

        var over = Assert.Single(_book.Watch([], Noon.AddHours(2)));

        Assert.Equal(CaseStage.Closed, over.Stage);
        Assert.Equal(CaseResolution.OverByItself, over.Resolution);
        Assert.Equal(Noon.AddHours(2), over.Subject!.EndedAt);
        Assert.Empty(_book.Watch([], Noon.AddHours(3)));
    }

    [Fact]
    public void A_case_that_somebody_works_on_stays_open_until_they_close_it_and_say_how()
    {
        var id = _book.Watch([Concern()], Noon)[0].Id;
        var call = new CaseContact(CaseChannel.Radio, "coast station", IsReached: false);
        _book.Change(id, "An", CaseStage.Investigating, "An", null, "no answer", Noon.AddHours(1), call);

        var over = Assert.Single(_book.Watch([], Noon.AddHours(2)));
        var (closed, _) = _book.Change(
            id, "An", CaseStage.Closed, null, null, "in port", Noon.AddHours(3), null, CaseResolution.ReturnedToPort);

        Assert.Equal(CaseStage.Investigating, over.Stage);
        Assert.Equal(call, over.Events[1].Contact);
        Assert.Equal("An", over.Assignee);
        Assert.Equal(CaseResolution.ReturnedToPort, closed!.Resolution);
    }

    [Fact]
    public void How_it_ended_is_said_of_closed_cases_alone_and_is_forgotten_when_one_is_taken_up_again()
    {
        var id = _book.Watch([Concern()], Noon)[0].Id;

        var (_, refusal) = _book.Change(
            id, "An", CaseStage.Acting, null, null, string.Empty, Noon, null, CaseResolution.FoundWell);
        _book.Change(id, "An", CaseStage.Closed, null, null, string.Empty, Noon, null, CaseResolution.FoundWell);
        var (again, _) = _book.Change(id, "An", CaseStage.Acting, null, null, string.Empty, Noon);

        Assert.Equal("conflict", refusal!.Code);
        Assert.Null(again!.Resolution);
    }

    [Fact]
    public void A_case_closed_by_a_person_is_not_opened_again_for_the_same_episode()
    {
        var id = _book.Watch([Concern()], Noon)[0].Id;
        _book.Change(id, "An", CaseStage.Closed, null, null, string.Empty, Noon, null, CaseResolution.DeviceBroken);

        Assert.Empty(_book.Watch([Concern()], Noon.AddHours(1)));
        Assert.Single(_book.Cases);
    }

    [Theory]
    [InlineData(false, 7, true)]
    [InlineData(true, 7, false)]
    [InlineData(false, 5, false)]
    public void A_lost_boat_is_a_concern_and_no_case_may_be_opened_while_its_feed_is_down(
        bool isDown, double silentHours, bool mayOpen)
    {
        var boat = new TrackedVessel(Boat());
        boat.Apply(Report(Noon), PositionVerdict.Accepted, null, Rules);
        var now = Noon + Hours(silentHours);
        // Down only since a minute: the boat was lost before.
        ImmutableArray<FeedOutage> outages = isDown ? [new FeedOutage(now.AddMinutes(-1), null)] : [];
        var feed = new FeedCondition(Feed, outages) { LastSeen = now.AddMinutes(isDown ? -1 : 0) };

        var concerns = VesselConcern.Of(boat, Rules, feed, now).ToArray();

        Assert.Equal(mayOpen, concerns.Any(concern => concern.MayOpen));
        Assert.Equal(silentHours > 6, concerns.Length == 1);
    }

    private static VesselConcern Concern() => new(
        Named("HP-1"),
        Unit("11914"),
        VesselConcernKind.Lost,
        "silent:1",
        Noon.AddHours(-6),
        AtSea,
        null,
        MayOpen: true);
}
