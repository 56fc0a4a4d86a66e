using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

/// <summary>
/// A thousand seeds of boats on trips, with reports lost, late, repeated and in the wrong order, feeds that fail and a
/// twin that is restarted from what it kept and its log. Again and again the tally equals a recount by another rule,
/// and nobody who reported in time is lost.
/// </summary>
public sealed class FleetRecountTests
{
    private const int Seeds = 1_000;
    private const int Boats = 12;
    private const int Steps = 45;
    private const int CheckEvery = 3;

    [Fact]
    public void For_a_thousand_seeds_the_tally_is_a_recount_and_nobody_is_lost_falsely() =>
        Parallel.For(0, Seeds, seed => new World(seed).Run());

    private sealed class World
    {
        private static readonly string[] FeedNames = ["vms", "ais"];

        private readonly int _seed;
        private readonly Random _random;
        private readonly List<(PositionReport Report, DateTimeOffset At)> _log = [];
        private readonly List<(PositionReport Report, DateTimeOffset Due)> _underWay = [];
        private readonly DateTimeOffset[] _lastSent = new DateTimeOffset[Boats];
        private readonly DateTimeOffset[] _silentUntil = new DateTimeOffset[Boats];
        private readonly double[] _east = new double[Boats];
        private readonly DateTimeOffset[] _downUntil = new DateTimeOffset[2];
        private FeedClock[] _feeds;
        private FleetShard _shard = new(Rules);
        private DateTimeOffset _now = Noon;

        public World(int seed)
        {
            _seed = seed;
            _random = new Random(seed);
            _feeds = [.. FeedNames.Select(feed => new FeedClock(feed, TimeSpan.FromMinutes(30), null, []))];
            for (var boat = 0; boat < Boats; boat++)
            {
                _shard.Register(Boat(Id(boat), 4 + (boat * 2)) with
                {
                    HomeUnit = Unit(boat % 2 == 0 ? "11914" : "11455"),
                    Licence = boat % 3 == 0 ? null : Boat().Licence,
                });
            }
        }

        public void Run()
        {
            for (var step = 0; step < Steps; step++)
            {
                _now += TimeSpan.FromMinutes(10 + _random.Next(50));
                Break();
                Send();
                Deliver();
                if (_random.Next(20) == 0)
                {
                    Restart();
                }

                if (step % CheckEvery == 0)
                {
                    Check();
                }
            }
        }

        private void Break()
        {
            for (var feed = 0; feed < FeedNames.Length; feed++)
            {
                if (_random.Next(25) == 0)
                {
                    _downUntil[feed] = _now + Hours(_random.Next(1, 14));
                }
            }

            var boat = _random.Next(Boats);
            if (_random.Next(4) == 0)
            {
                _silentUntil[boat] = _now + Hours(_random.Next(3, 30));
            }
        }

        private void Send()
        {
            for (var boat = 0; boat < Boats; boat++)
            {
                if (_now - _lastSent[boat] < Hours(2) || _now < _silentUntil[boat])
                {
                    continue;
                }

                _lastSent[boat] = _now;
                _east[boat] += (_random.NextDouble() - 0.5) * 0.1;
                var report = Report(
                    _now, new GeoPosition(AtSea.LongitudeDegrees + _east[boat], 20.0 + (boat * 0.01)), id: Id(boat))
                    with { Feed = FeedNames[boat % 2] };
                if (_now < _downUntil[boat % 2])
                {
                    continue; // Lost with the feed.
                }

                _underWay.Add((report, _now + (_random.Next(8) == 0 ? Hours(_random.NextDouble()) : TimeSpan.Zero)));
                if (_random.Next(6) == 0)
                {
                    _underWay.Add((report with { Receiver = "r2" }, _now + Hours(_random.NextDouble())));
                }

                if (_random.Next(30) == 0)
                {
                    _underWay.Add((report with { Position = new GeoPosition(0, 0) }, _now));
                }
            }
        }

        private void Deliver()
        {
            var arrived = _underWay.Where(one => one.Due <= _now).OrderBy(_ => _random.Next()).ToArray();
            foreach (var (report, due) in arrived)
            {
                _underWay.Remove((report, due));
                var feed = _feeds[Array.IndexOf(FeedNames, report.Feed)];
                feed.Seen(_now);
                _log.Add((report, _now));
                _shard.Apply(report, feed.Condition(_now), _now);
            }

            // Other boats of a feed that works are heard all the time.
            for (var feed = 0; feed < FeedNames.Length; feed++)
            {
                if (_now >= _downUntil[feed])
                {
                    _feeds[feed].Seen(_now);
                }
            }
        }

        private void Restart()
        {
            var kept = _random.Next(_log.Count + 1);
            var before = new FleetShard(Rules);
            foreach (var tracked in _shard.Vessels)
            {
                before.Register(tracked.Vessel);
            }

            Replay(before, 0, kept);
            var after = new FleetShard(Rules);
            foreach (var tracked in before.Vessels)
            {
                after.Restore(tracked.ToState());
            }

            Replay(after, kept, _log.Count);
            _shard = after;
            _feeds = [.. _feeds.Select(feed => new FeedClock(feed.Feed, feed.Silence, feed.LastSeen, feed.Outages))];
        }

        private void Replay(FleetShard shard, int from, int to)
        {
            foreach (var (report, at) in _log[from..to])
            {
                shard.Apply(report, _feeds[Array.IndexOf(FeedNames, report.Feed)].Condition(at), at);
            }
        }

        private void Check()
        {
            var feeds = _feeds.ToDictionary(f => f.Feed, f => f.Condition(_now), StringComparer.Ordinal);
            var tally = _shard.Tally(feeds, _now);
            Assert.Equal(Boats, tally.Sum(count => count.Vessels));
            var counted = tally.GroupBy(count => count.Group.Contact)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Vessels));
            var recounted = Enumerable.Range(0, Boats).GroupBy(boat => Recount(boat, feeds))
                .ToDictionary(group => group.Key, group => group.Count());
            Assert.True(
                counted.OrderBy(pair => pair.Key).SequenceEqual(recounted.OrderBy(pair => pair.Key)),
                FormattableString.Invariant(
                    $"Seed {_seed}: {string.Join(", ", counted)} against {string.Join(", ", recounted)}"));
        }

        // From what was delivered, minute by minute, and not by intervals: another way to the same state.
        private ContactState Recount(int boat, Dictionary<string, FeedCondition> feeds)
        {
            var id = Named(Id(boat));
            var last = _log.Where(one => one.Report.Vessel == id && one.Report.Position.LatitudeDegrees > 1)
                .Select(one => one.Report.PhenomenonTime).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
            if (last == DateTimeOffset.MinValue)
            {
                return ContactState.NeverHeard;
            }

            var feed = feeds[FeedNames[boat % 2]];
            var silentMinutes = 0;
            for (var at = last; at < _now && at < feed.LastSeen; at += TimeSpan.FromMinutes(1))
            {
                silentMinutes += feed.Outages.Any(o => o.From <= at && (o.To is not { } to || at < to)) ? 0 : 1;
            }

            if (silentMinutes > 6 * 60)
            {
                Assert.True(
                    _now - _lastSent[boat] > Hours(2) || _now < _silentUntil[boat] || _underWay.Count > 0
                    || _lastSent[boat] < _downUntil[boat % 2],
                    FormattableString.Invariant($"Seed {_seed}: {id} reported in time and is lost"));
                return silentMinutes > 240 * 60 ? ContactState.LongLost : ContactState.Lost;
            }

            return feed.IsDown(_now) ? ContactState.FeedDown : ContactState.InContact;
        }

        private static string Id(int boat) => FormattableString.Invariant($"HP-{90_000 + boat}-TS");
    }
}
