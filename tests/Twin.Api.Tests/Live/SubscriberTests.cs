using System.Collections.Frozen;
using Twin.Api.Live;

namespace Twin.Api.Tests.Live;

public sealed class SubscriberTests
{
    private const int MaxEvents = 3;

    private static readonly EventFilter Everything = new(EventFilter.AllKinds, null);

    [Fact]
    public void Events_are_taken_in_order()
    {
        var subscriber = new Subscriber(Everything, MaxEvents);

        Offer(subscriber, 1, 3);

        Assert.Equal([1, 2, 3], TakeAll(subscriber, lastId: 3));
    }

    [Fact]
    public void One_that_falls_behind_gets_one_reset_in_place_of_all_that_waited()
    {
        var subscriber = new Subscriber(Everything, MaxEvents);

        Offer(subscriber, 1, 100);

        Assert.Equal([-100], TakeAll(subscriber, lastId: 100));
    }

    [Fact]
    public void After_a_reset_events_go_on()
    {
        var subscriber = new Subscriber(Everything, MaxEvents);
        Offer(subscriber, 1, 4);
        TakeAll(subscriber, lastId: 4);

        Offer(subscriber, 5, 6);

        Assert.Equal([5, 6], TakeAll(subscriber, lastId: 6));
    }

    [Fact]
    public async Task One_that_missed_something_is_woken_to_hear_of_it()
    {
        var subscriber = new Subscriber(Everything, MaxEvents);

        subscriber.FallBehind();

        Assert.True(await subscriber.WaitAsync(CancellationToken.None));
        Assert.Equal([-7], TakeAll(subscriber, lastId: 7));
    }

    [Fact]
    public void Events_that_are_not_wanted_take_no_room()
    {
        var city = FrozenSet.ToFrozenSet(["31"], StringComparer.Ordinal);
        var subscriber = new Subscriber(new EventFilter(EventFilter.AllKinds, city), MaxEvents);

        Offer(subscriber, 1, 100, "301");
        Offer(subscriber, 101, 101, "31");

        Assert.Equal([101], TakeAll(subscriber, lastId: 101));
    }

    [Fact]
    public void The_ring_keeps_the_latest_by_count_and_by_bytes()
    {
        var byCount = new EventRing(maxCount: 2, maxBytes: long.MaxValue);
        var byBytes = new EventRing(maxCount: int.MaxValue, maxBytes: 2 * Frame(1, "31").Bytes.Length);

        foreach (var ring in new[] { byCount, byBytes })
        {
            for (var id = 1; id <= 5; id++)
            {
                ring.Add(Frame(id, "31"));
            }

            Assert.Equal(3, ring.Floor);
            Assert.Equal([4, 5], ring.After(3).Select(frame => frame.Id));
            Assert.Equal([5], ring.After(4).Select(frame => frame.Id));
            Assert.Empty(ring.After(5));
        }
    }

    private static void Offer(Subscriber subscriber, int first, int last, string unit = "31")
    {
        for (var id = first; id <= last; id++)
        {
            subscriber.Offer(Frame(id, unit));
        }
    }

    private static EventFrame Frame(long id, string unit) => EventFrame.Of(id, EventFrame.Rollup, unit, "{}"u8);

    /// <summary>The ids taken; that of a reset below zero.</summary>
    private static List<long> TakeAll(Subscriber subscriber, long lastId)
    {
        var taken = new List<long>();
        while (subscriber.TryTake(() => lastId, out var frame))
        {
            taken.Add(frame.Kind is "reset" ? -frame.Id : frame.Id);
        }

        return taken;
    }
}
