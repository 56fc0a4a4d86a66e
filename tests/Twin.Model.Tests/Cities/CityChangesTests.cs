using Twin.Model.Cities;
using Twin.TestKit;
using static Twin.TestKit.RenameKind;

namespace Twin.Model.Tests.Cities;

public sealed class CityChangesTests
{
    private const string First = "Đơn vị 10002";

    private static readonly CityChanges Changes = new([new RenameKind()]);

    [Fact]
    public void A_change_gives_the_next_revision_and_leaves_the_one_before()
    {
        var start = CityRevision.Of(TestCity.Create());

        var next = Accept(start, Rename(1, First, "Một"));

        Assert.Equal(0, start.Sequence);
        Assert.Equal(1, next.Sequence);
        Assert.Equal(First, Name(start));
        Assert.Equal("Một", Name(next));
    }

    [Fact]
    public void A_change_that_its_kind_refuses_makes_no_revision()
    {
        var refused = Refuse(CityRevision.Of(TestCity.Create()), Rename(1, "nobody", "Một"));

        Assert.Equal("unknown_name", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void A_kind_that_there_is_not_is_refused_with_those_there_are()
    {
        var refused = Refuse(CityRevision.Of(TestCity.Create()), Rename(1, First, "x") with { Kind = "reform" });

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("unknown_kind", refusal.Code);
        Assert.Contains("rename", refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_do_not_stop_a_change()
    {
        var outcome = Changes.Try(CityRevision.Of(TestCity.Create()), Rename(1, First, string.Empty));

        Assert.Equal("empty_name", Assert.Single(Assert.IsType<RevisionOutcome.Accepted>(outcome).Warnings).Code);
    }

    [Fact]
    public void An_entry_out_of_turn_is_the_caller_s_bug() => Assert.Throws<ArgumentException>(
        () => Changes.Try(CityRevision.Of(TestCity.Create()), Rename(2, First, "Một")));

    [Fact]
    public void An_undo_gives_the_city_as_if_the_entry_had_not_been_made_and_keeps_both()
    {
        var one = Accept(CityRevision.Of(TestCity.Create()), Rename(1, First, "Một"));
        var two = Accept(one, Rename(2, "Đơn vị 10003", "Hai"));

        var undone = Accept(two, Undo(3, 1));

        Assert.Equal(First, Name(undone));
        Assert.Equal("Hai", Name(undone, "10003"));
        Assert.Equal([3L, null, null], undone.Entries.Select(entry => entry.UndoneBy));
        Assert.Equal([false, true, true], undone.Entries.Select(entry => entry.Stands));
    }

    [Fact]
    public void An_undo_is_refused_while_a_later_entry_rests_on_what_it_takes_back()
    {
        var one = Accept(CityRevision.Of(TestCity.Create()), Rename(1, First, "Một"));
        var two = Accept(one, Rename(2, "Một", "Hai"));

        var refusal = Assert.Single(Refuse(two, Undo(3, 1)).Refusals);

        Assert.Equal("later_change_depends", refusal.Code);
        Assert.Contains("Undo 2 first", refusal.Hint, StringComparison.Ordinal);
        Assert.Equal("Một", Name(Accept(two, Undo(3, 2))));
    }

    [Fact]
    public void An_undo_can_be_undone_which_makes_the_entry_anew_in_its_place()
    {
        var one = Accept(CityRevision.Of(TestCity.Create()), Rename(1, First, "Một"));
        var undone = Accept(one, Undo(2, 1));

        var again = Accept(undone, Undo(3, 2));

        Assert.Equal("Một", Name(again));
        Assert.Equal([null, 3L, null], again.Entries.Select(entry => entry.UndoneBy));
    }

    [Theory]
    [InlineData(1, "already_undone")]
    [InlineData(7, "unknown_change")]
    public void An_undo_of_what_does_not_stand_is_refused(long undoes, string code)
    {
        var one = Accept(CityRevision.Of(TestCity.Create()), Rename(1, First, "Một"));
        var undone = Accept(one, Undo(2, 1));

        Assert.Equal(code, Assert.Single(Refuse(undone, Undo(3, undoes)).Refusals).Code);
    }

    [Fact]
    public void An_entry_that_the_dataset_no_longer_allows_is_kept_with_the_reason_and_changes_nothing()
    {
        var followed = Changes.Follow(CityRevision.Of(TestCity.Create()), Rename(1, "gone", "Một"));

        var entry = Assert.Single(followed.Entries);
        Assert.False(entry.Stands);
        Assert.Equal("unknown_name", Assert.Single(entry.Refusals).Code);
        Assert.Same(followed.Dataset, followed.Definition);
        Assert.Equal("Hai", Name(Accept(followed, Rename(2, First, "Hai"))));
    }

    private static CityRevision Accept(CityRevision current, CityChange change) =>
        Assert.IsType<RevisionOutcome.Accepted>(Changes.Try(current, change)).Revision;

    private static RevisionOutcome.Refused Refuse(CityRevision current, CityChange change) =>
        Assert.IsType<RevisionOutcome.Refused>(Changes.Try(current, change));

    private static string? Name(CityRevision revision, string code = "10002") =>
        revision.Definition.Tree.VersionsOf(TestCity.Code(code))[0].NameVi;
}
