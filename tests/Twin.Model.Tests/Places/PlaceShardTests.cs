using System.Globalization;
using Twin.Model.Places;
using Twin.TestKit;

namespace Twin.Model.Tests.Places;

public sealed class PlaceShardTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PlaceShard Empty = PlaceShard.Of(PlaceLayer.Sites, 0, []);

    [Fact]
    public void The_same_wish_again_changes_nothing()
    {
        var (shard, _) = Empty.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);

        var (again, outcome) = shard.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);

        Assert.False(Assert.IsType<PlaceOutcome.Done>(outcome).IsChanged);
        Assert.Same(shard, again);
    }

    [Fact]
    public void Whoever_has_seen_another_revision_is_told_so()
    {
        var (one, _) = Empty.Write(TestPlaces.Write(TestPlaces.Site("A"), 0), Now);
        var (two, _) = one.Write(TestPlaces.Write(TestPlaces.Site("A", status: "off"), 1), Now);

        var (after, late) = two.Write(TestPlaces.Write(TestPlaces.Site("A", status: "planned"), 1), Now);
        var (_, twice) = two.Write(TestPlaces.Write(TestPlaces.Site("A"), 0), Now);

        Assert.Equal(2, Assert.IsType<PlaceOutcome.Conflict>(late).Revision);
        Assert.IsType<PlaceOutcome.Conflict>(twice);
        Assert.Same(two, after);
    }

    [Fact]
    public void An_id_that_was_ended_can_be_entered_anew_and_never_has_an_old_revision()
    {
        var (one, _) = Empty.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);
        var (two, _) = one.End(End("A", TestPlaces.Begin), Now);

        var (three, outcome) = two.Write(TestPlaces.Write(TestPlaces.Site("A"), 0), Now);

        Assert.Equal(3, Assert.IsType<PlaceOutcome.Done>(outcome).Place.Revision);
        Assert.Equal(3, three.Revision);
        Assert.IsType<PlaceOutcome.Missing>(two.End(End("A", TestPlaces.Begin), Now).Outcome);
        Assert.IsType<PlaceOutcome.Missing>(two.End(End("B", TestPlaces.Begin), Now).Outcome);
    }

    [Fact]
    public void Many_at_once_add_change_leave_and_end()
    {
        var (shard, _) = Empty.Replace(Many(null, TestPlaces.Site("A"), TestPlaces.Site("B")), [0, 1], Now);
        var june = new DateOnly(2024, 6, 1);

        var (after, outcome) = shard.Replace(
            Many(
                june,
                TestPlaces.Site("A"),
                TestPlaces.Site("C"),
                TestPlaces.Site("D") with { Kind = "none" }),
            [4, 7, 9],
            Now);

        Assert.Equal((1, 0, 1, 1), (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Ended));
        Assert.Equal((9, "D"), (outcome.Refused[0].Index, outcome.Refused[0].Id.Value));
        Assert.NotNull(after.Find(TestPlaces.Id("B"))?.On(june.AddDays(-1)));
        Assert.Null(after.Find(TestPlaces.Id("B"))?.On(june));
        var (same, again) = after.Replace(Many(june, TestPlaces.Site("A"), TestPlaces.Site("C")), [0, 1], Now);
        Assert.Equal((0, 0, 2, 0), (again.Added, again.Changed, again.Unchanged, again.Ended));
        Assert.Same(after, same);
    }

    [Fact]
    public void Only_what_changed_since_a_revision_is_news()
    {
        var (one, _) = Empty.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);
        var (two, _) = one.Write(TestPlaces.Write(TestPlaces.Site("B")), Now);

        Assert.Equal([TestPlaces.Id("A"), TestPlaces.Id("B")], two.ChangedSince(0).Select(place => place.Id).Order());
        Assert.Equal([TestPlaces.Id("B")], two.ChangedSince(1).Select(place => place.Id));
        Assert.Empty(two.ChangedSince(2));
    }

    [Fact]
    public void A_shard_that_is_full_refuses_and_stays_as_it_is()
    {
        var full = Empty with { Bytes = PlaceShard.MaxBytes };

        var (after, outcome) = full.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);

        Assert.Equal("too_many", Assert.IsType<PlaceOutcome.Refused>(outcome).Refusals[0].Code);
        Assert.Same(full, after);
    }

    [Fact]
    public void The_size_is_that_of_a_shard_made_anew()
    {
        var (one, _) = Empty.Write(TestPlaces.Write(TestPlaces.Site("A")), Now);
        var (two, _) = one.Write(TestPlaces.Write(TestPlaces.Site("A", status: "off")), Now);

        Assert.True(two.Bytes > one.Bytes);
        Assert.Equal(PlaceShard.Of(PlaceLayer.Sites, two.Revision, two.Places.Values).Bytes, two.Bytes);
    }

    [Fact]
    public void Ids_spread_over_all_shards_and_always_to_the_same()
    {
        var shards = Enumerable.Range(0, 1_600)
            .Select(i => PlaceShards.Of(TestPlaces.Id(string.Create(CultureInfo.InvariantCulture, $"5G-{i:0000}"))))
            .ToArray();

        Assert.Equal(PlaceShards.Count, shards.Distinct().Count());
        Assert.InRange(shards.GroupBy(shard => shard).Max(group => group.Count()), 100, 200);
        Assert.Equal(13, PlaceShards.Of(TestPlaces.Id("5G-0001"))); // What is stored must be found again.
    }

    private static PlaceEnd End(string id, DateOnly day) =>
        new(PlaceLayer.Sites, TestPlaces.Id(id), day, "tester", "a test", null);

    private static PlaceReplacement Many(DateOnly? endMissingOn, params Place[] places) =>
        new(PlaceLayer.Sites, [.. places], "tester", "a file", endMissingOn, false);
}
