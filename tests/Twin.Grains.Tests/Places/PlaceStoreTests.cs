using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Persistence;
using Twin.Grains.Places;
using Twin.Model.Places;
using Twin.Model.States;
using Twin.TestKit;

namespace Twin.Grains.Tests.Places;

public sealed class PlaceStoreTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);

    private readonly InMemoryStateStore _states = new();

    [Fact]
    public async Task What_was_answered_is_there_and_after_a_restart_too()
    {
        var route = TestPlaces.Route("R-1", "underground", new(106.6, 20.8), new(106.7, 20.9));
        await using (var host = await StartAsync())
        {
            var store = new GrainPlaceStore(host.Grains);
            for (var i = 0; i < 40; i++)
            {
                Assert.IsType<PlaceOutcome.Done>(await store.WriteAsync(TestPlaces.Write(Site(i))));
            }

            await store.WriteAsync(TestPlaces.Write(route));
        }

        await using var again = await StartAsync();
        var restarted = new GrainPlaceStore(again.Grains);

        var sites = await restarted.GetAsync(PlaceLayer.Sites, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => Site(i).Id), sites.On(Today).Select(site => site.Id));
        Assert.True(Site(7).SaysSameAs(sites.Places[7].On(Today)!));
        var routes = await restarted.GetAsync(PlaceLayer.Routes, CancellationToken.None);
        Assert.True(route.SaysSameAs(Assert.Single(routes.On(Today))));
        Assert.Equal("tester", routes.Places[0].Changes[0].By);
    }

    [Fact]
    public async Task A_layer_is_one_object_until_one_of_its_own_places_changes()
    {
        await using var host = await StartAsync();
        var (store, other) = (new GrainPlaceStore(host.Grains), new GrainPlaceStore(host.Grains));
        await store.WriteAsync(TestPlaces.Write(Site(1)));
        var first = await store.GetAsync(PlaceLayer.Sites, CancellationToken.None);

        await other.WriteAsync(TestPlaces.Write(TestPlaces.Zone("Z", 106, 20, 107, 21)));
        Assert.Same(first, await store.GetAsync(PlaceLayer.Sites, CancellationToken.None));
        await other.WriteAsync(TestPlaces.Write(Site(2)));

        var second = await store.GetAsync(PlaceLayer.Sites, CancellationToken.None);
        Assert.Single(first.Places);
        Assert.Equal(2, second.Places.Length);
    }

    [Fact]
    public async Task A_place_that_is_gone_is_in_no_set_and_its_trail_stays()
    {
        await using var host = await StartAsync();
        var store = new GrainPlaceStore(host.Grains);
        await store.WriteAsync(TestPlaces.Write(Site(1)));
        await store.GetAsync(PlaceLayer.Sites, CancellationToken.None);

        await store.RetireAsync(new PlaceEnd(PlaceLayer.Sites, Site(1).Id, TestPlaces.Begin, "tester", "an error", 1));

        Assert.Empty((await store.GetAsync(PlaceLayer.Sites, CancellationToken.None)).Places);
        var gone = await store.FindAsync(PlaceLayer.Sites, Site(1).Id, CancellationToken.None);
        Assert.Equal((PlaceAction.Ended, "an error"), (gone!.Changes[^1].Action, gone.Changes[^1].Reason));
    }

    [Fact]
    public async Task A_change_that_cannot_be_kept_is_not_there_and_the_next_one_is()
    {
        await using var host = await StartAsync();
        var store = new GrainPlaceStore(host.Grains);
        _states.FailChanges = _ => true;

        await Assert.ThrowsAsync<OrleansException>(() => store.WriteAsync(TestPlaces.Write(Site(1))));

        _states.FailChanges = null;
        Assert.Empty((await store.GetAsync(PlaceLayer.Sites, CancellationToken.None)).Places);
        Assert.IsType<PlaceOutcome.Done>(await store.WriteAsync(TestPlaces.Write(Site(1))));
    }

    [Fact]
    public async Task Of_two_who_have_seen_the_same_only_one_changes_it()
    {
        await using var host = await StartAsync();
        var store = new GrainPlaceStore(host.Grains);
        await store.WriteAsync(TestPlaces.Write(Site(1)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => store.WriteAsync(TestPlaces.Write(TestPlaces.Site("S-01", latitude: 20 + i), 1))));

        Assert.Single(outcomes.OfType<PlaceOutcome.Done>());
        Assert.Equal(7, outcomes.OfType<PlaceOutcome.Conflict>().Count());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_many_at_once_are_it()
    {
        await using var host = await StartAsync();
        var store = new GrainPlaceStore(host.Grains);
        await store.WriteAsync(TestPlaces.Write(Site(99)));
        var many = new PlaceReplacement(
            PlaceLayer.Sites,
            [.. Enumerable.Range(0, 50).Select(Site), TestPlaces.Site("S-50") with { NameVi = string.Empty }],
            "tester",
            "sites.csv",
            Today,
            true);

        var dry = await store.ReplaceAsync(many);
        Assert.Single((await store.GetAsync(PlaceLayer.Sites, CancellationToken.None)).Places);
        var done = await store.ReplaceAsync(many with { IsDryRun = false });

        Assert.Equal((50, 1), (dry.Added, dry.Ended));
        Assert.Equal(50, Assert.Single(dry.Refused).Index);
        Assert.Equal((50, 1), (done.Added, done.Ended));
        var set = await store.GetAsync(PlaceLayer.Sites, CancellationToken.None);
        Assert.Equal(50, set.On(Today).Count());
        Assert.Single(set.On(Today.AddDays(-1)), place => place.Id == Site(99).Id);
    }

    private static Place Site(int number) =>
        TestPlaces.Site(string.Create(CultureInfo.InvariantCulture, $"S-{number:00}"));

    private Task<GrainHost> StartAsync() => GrainHost.StartAsync(services => services
        .AddSingleton<IStateStore>(_states)
        .AddGrainStates()
        .AddSingleton(TimeProvider.System));
}
