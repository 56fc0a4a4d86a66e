using Twin.Model.Cities;
using Twin.TestKit;
using static Twin.TestKit.RenameKind;

namespace Twin.Model.Tests.Cities;

public sealed class LiveCityTests
{
    private const string Name = "Đơn vị 10002";

    private readonly InMemoryCityJournal _journal = new();
    private readonly CityChanges _changes = new([new RenameKind()]);

    [Fact]
    public async Task A_silo_that_catches_up_has_the_city_of_all_entries()
    {
        await _journal.AppendAsync(Rename(1, Name, "Một"), default);
        await _journal.AppendAsync(Rename(2, "Một", "Hai"), default);
        var live = new LiveCity(TestCity.Create(), _changes, _journal);

        Assert.Equal(0, live.Current.Sequence);
        var current = await live.CatchUpAsync(default);

        Assert.Equal(2, current.Sequence);
        Assert.Same(current, live.Current);
        Assert.Equal("Hai", live.Definition.Tree.VersionsOf(TestCity.Code("10002"))[0].NameVi);
    }

    [Fact]
    public async Task Two_silos_over_one_journal_have_the_same_city()
    {
        var one = new LiveCity(TestCity.Create(), _changes, _journal);
        var other = new LiveCity(TestCity.Create(), _changes, _journal);
        await _journal.AppendAsync(Rename(1, Name, "Một"), default);
        await one.CatchUpAsync(default);
        await _journal.AppendAsync(Undo(2, 1), default);

        await Task.WhenAll(one.CatchUpAsync(default).AsTask(), other.CatchUpAsync(default).AsTask());

        Assert.Equal(one.Definition.Tree.Versions.AsEnumerable(), other.Definition.Tree.Versions.AsEnumerable());
        Assert.Equal(2, other.Current.Sequence);
    }

    [Fact]
    public async Task Nothing_new_leaves_the_very_same_definition()
    {
        var live = new LiveCity(TestCity.Create(), _changes, _journal);
        var before = live.Definition;

        await live.CatchUpAsync(default);

        Assert.Same(before, live.Definition);
    }

    [Fact]
    public async Task What_is_made_from_a_definition_is_made_once_for_each()
    {
        var live = new LiveCity(TestCity.Create(), _changes, _journal);
        var made = 0;
        var names = new PerCity<string>(live, city =>
        {
            made++;
            return city.Tree.VersionsOf(TestCity.Code("10002"))[0].NameVi;
        });

        Assert.Equal(Name, names.Current);
        Assert.Equal(Name, names.Current);
        Assert.Equal(1, made);
        await _journal.AppendAsync(Rename(1, Name, "Một"), default);
        await live.CatchUpAsync(default);
        Assert.Equal("Một", names.Current);
        Assert.Equal(2, made);
    }
}
