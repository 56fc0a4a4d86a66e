using System.Globalization;
using Twin.Model.Alerts;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Simulation.Tests.Fleet;

/// <summary>
/// Boats that sail from zone to zone and report, with reports lost, late, repeated and out of order, feeds that fail, a
/// disk that refuses, a clock that jumps and a twin that crashes and is brought up from what it kept and its log. At
/// every step the counts are a recount by another way, nobody is lost who was not silent for six hours in which he
/// could have been heard, and each episode has one case.
/// </summary>
internal sealed class FleetWorld
{
    private const int Boats = 10;
    private const int Steps = 110;
    private const int ReportEvery = 120;
    private const int LostAfter = 6 * 60;
    private const int LongLostAfter = 10 * 24 * 60;
    private const int ToleranceMinutes = 2;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AdministrativeUnitCode Home =
        AdministrativeUnitCode.Parse("10001", CultureInfo.InvariantCulture);

    private readonly FleetMutation _mutation;
    private readonly Random _random;
    private readonly FleetFeed[] _feeds;
    private readonly List<(PositionReport Report, int At)> _log = [];
    private readonly List<(PositionReport Report, int Due)> _underWay = [];
    private readonly int[] _lastSent = new int[Boats];
    private readonly int[] _silentUntil = new int[Boats];
    private readonly double[] _longitude = new double[Boats];
    private readonly CaseBook _cases = new(Home, [], 0);
    private readonly FleetShard _neverCrashed;
    private FleetShard _shard;
    private (TrackedVesselState[] Boats, int Position) _kept;
    private int _now;
    private int _downUntil;

    public FleetWorld(int seed, FleetMutation mutation)
    {
        _mutation = mutation;
        _random = new Random(seed);
        _feeds = [new FleetFeed("vms", mutation), new FleetFeed("ais", mutation)];
        (_shard, _neverCrashed) = (NewShard(), NewShard());
        for (var boat = 0; boat < Boats; boat++)
        {
            _longitude[boat] = 106.5 + (_random.NextDouble() * 3);
            _lastSent[boat] = -_random.Next(ReportEvery);
        }

        _kept = ([.. _shard.Vessels.Select(boat => boat.ToState())], 0);
    }

    /// <summary>How often each sort of trouble happened.</summary>
    public Dictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    public static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    /// <summary>Runs it; what is wrong, or <c>null</c>.</summary>
    public string? Run()
    {
        for (var step = 0; step < Steps; step++)
        {
            Pass();
            Break();
            Send();
            if (_now < _downUntil)
            {
                continue;
            }

            Deliver();
            if (Check() is { } wrong)
            {
                return $"at {At(_now):O}: {wrong}";
            }
        }

        return null;
    }

    private static FleetShard NewShard()
    {
        var shard = new FleetShard(ZoneCity.Rules);
        for (var boat = 0; boat < Boats; boat++)
        {
            shard.Register(FleetCity.Boat(Id(boat), 5 + (boat * 2.5)));
        }

        return shard;
    }

    private static string Id(int boat) => FormattableString.Invariant($"HP-{boat}");

    private void Pass()
    {
        var isUp = _now >= _downUntil;
        var next = _now + 5 + _random.Next(20);
        Array.ForEach(_feeds, feed => feed.Pass(next, isUp && feed.IsUp(next)));
        _now = next;
        if (!Happens("jump", 60))
        {
            return;
        }

        // Nobody could listen in the time that a clock jumps over.
        _now += _random.Next(2) == 0 ? 60 + _random.Next(500) : -_random.Next(4);
        Array.ForEach(_feeds, feed => feed.Pass(_now, isListened: false));
    }

    private void Break()
    {
        foreach (var feed in _feeds.Where(_ => Happens("outage", 30)))
        {
            feed.DownUntil = _now + FleetFeed.SilenceMinutes + 5 + _random.Next(700);
        }

        if (Happens("silence", 6))
        {
            _silentUntil[_random.Next(Boats)] = _now + (Happens("long silence", 40) ? 16_000 : _random.Next(1_500));
        }

        if (Happens("keep", 10))
        {
            _kept = ([.. _shard.Vessels.Select(Keep)], _log.Count);
        }

        if (_now >= _downUntil && Happens("crash", 25))
        {
            _downUntil = _now + (_random.Next(2) == 0 ? 0 : FleetFeed.SilenceMinutes + 10 + _random.Next(900));
            Restart();
        }
    }

    private TrackedVesselState Keep(TrackedVessel boat) => _mutation switch
    {
        FleetMutation.ForgetZones => boat.ToState() with { Belt = null, Closed = null },
        FleetMutation.ForgetEpisodes => boat.ToState() with { Episodes = [], EpisodeCount = 0 },
        _ => boat.ToState(),
    };

    // What comes to a twin that is down is lost: its senders do not know.
    private void Restart()
    {
        _shard = new FleetShard(ZoneCity.Rules);
        foreach (var boat in _kept.Boats)
        {
            _shard.Restore(boat);
        }

        Array.ForEach(_feeds, feed => feed.Restart(_now));
        if (_mutation is FleetMutation.SkipTailOfLog)
        {
            return;
        }

        foreach (var (report, at) in _log[_kept.Position..])
        {
            _shard.Apply(report, FeedOf(report).Condition(_now), At(at));
        }
    }

    private void Send()
    {
        for (var boat = 0; boat < Boats; boat++)
        {
            if (_now - _lastSent[boat] < ReportEvery || _now < _silentUntil[boat])
            {
                continue;
            }

            _lastSent[boat] = _now;
            _longitude[boat] = Math.Clamp(_longitude[boat] + ((_random.NextDouble() - 0.5) * 0.8), 105.8, 110.9);
            var report = FleetCity.Report(Id(boat), At(_now), new GeoPosition(_longitude[boat], 20 + (boat * 0.2)))
                with { Feed = _feeds[boat % _feeds.Length].Name };
            if (!FeedOf(report).IsUp(_now) || _now < _downUntil || Happens("drop", 15))
            {
                continue;
            }

            _underWay.Add((report, _now + (Happens("delay", 6) ? _random.Next(300) : 0)));
            if (Happens("repeat", 6))
            {
                _underWay.Add((report with { Receiver = "r2" }, _now + _random.Next(200)));
            }
        }
    }

    private void Deliver()
    {
        var arrived = _underWay.Where(one => one.Due <= _now && FeedOf(one.Report).IsUp(_now)).ToArray();
        _random.Shuffle(arrived);
        foreach (var one in arrived)
        {
            _underWay.Remove(one);
            FeedOf(one.Report).Heard(_now);
            Take(one.Report);
        }

        // Other boats of a feed that works are heard all the time.
        foreach (var feed in _feeds.Where(feed => feed.IsUp(_now)))
        {
            feed.Heard(_now);
        }
    }

    private void Take(PositionReport report)
    {
        var verdict = _shard.Judge(report, At(_now));
        if (verdict is not (PositionVerdict.Accepted or PositionVerdict.Jump)
            && _mutation is not FleetMutation.AcceptEverything)
        {
            _shard.Count(report, verdict);
            return;
        }

        var condition = FeedOf(report).Condition(_now);
        if (Happens("disk", 20))
        {
            _underWay.Add((report, _now + 10)); // Its sender was told, and sends it again.
            if (_mutation is FleetMutation.ApplyWithoutWriting)
            {
                _shard.Apply(report, condition, At(_now));
            }

            return;
        }

        _log.Add((report, _now));
        if (_mutation is FleetMutation.AcceptEverything)
        {
            var boat = _shard.Find(report.Vessel)!; // All are registered.
            boat.Apply(report, PositionVerdict.Accepted, condition, ZoneCity.Rules);
        }
        else
        {
            _shard.Apply(report, condition, At(_now));
        }

        _neverCrashed.Apply(report, condition, At(_now));
    }

    private string? Check()
    {
        var feeds = _feeds.ToDictionary(feed => feed.Name, feed => feed.Condition(_now), StringComparer.Ordinal);
        var tally = _shard.Tally(feeds, At(_now)).GroupBy(count => count.Group.Contact)
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Vessels));
        var recount = Enumerable.Range(0, Boats).CountBy(Recount).ToDictionary();
        Mutate(tally);
        if (!tally.OrderBy(pair => pair.Key).SequenceEqual(recount.OrderBy(pair => pair.Key)))
        {
            return $"counted {string.Join(", ", tally)}, recounted {string.Join(", ", recount)}";
        }

        var wrongBoat = Enumerable.Range(0, Boats).Select(boat => CheckBoat(boat, feeds))
            .FirstOrDefault(wrong => wrong is not null);
        return wrongBoat ?? CheckCases(feeds);
    }

    private string? CheckBoat(int boat, Dictionary<string, FeedCondition> feeds)
    {
        var tracked = _shard.Find(FleetCity.Named(Id(boat)))!; // Registered.
        var shadow = _neverCrashed.Find(tracked.Vessel.Id)!; // Likewise.
        if (tracked.Last != shadow.Last || tracked.Belt != shadow.Belt || tracked.Closed != shadow.Closed
            || tracked.EpisodeCount != shadow.EpisodeCount)
        {
            return $"{Id(boat)} is not what it would be without a crash";
        }

        var feed = FleetShard.FeedOf(tracked, feeds);
        var reading = ContactClock.Read(tracked.Vessel, tracked.Last, feed, ZoneCity.Rules, At(_now));
        return reading.IsLost && Heard(boat) is var heard && _feeds[boat % 2].Listened(heard, _now) <= LostAfter
            ? FormattableString.Invariant(
                $"{Id(boat)} is lost, and could be heard for {_feeds[boat % 2].Listened(heard, _now)} minutes only")
            : null;
    }

    private string? CheckCases(Dictionary<string, FeedCondition> feeds)
    {
        var standing = _shard.Vessels.SelectMany(boat => VesselConcern.Of(
            boat, ZoneCity.Rules, FleetShard.FeedOf(boat, feeds), At(_now))).Select(Mutate);
        foreach (var file in _cases.Watch([.. standing], At(_now)).Where(file => file.Events.Length == 1))
        {
            var subject = file.Subject!; // The program opened it.
            var feed = _feeds[int.Parse(subject.Vessel.Value[3..], CultureInfo.InvariantCulture) % 2];
            if (feed.IsKnownDown(_now))
            {
                return $"{file.Title}: opened while the feed is down";
            }

            var since = (int)(subject.Since!.Value - Start).TotalMinutes; // Likewise.
            if (subject.Kind is VesselConcernKind.Lost && feed.Listened(since, _now) <= LostAfter)
            {
                return FormattableString.Invariant($"{file.Title}: opened after {feed.Listened(since, _now)} minutes");
            }
        }

        var twice = _cases.Cases.GroupBy(file => (file.Subject!.Vessel, file.Subject.Zone, file.Subject.Since))
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"{twice.Key} has {twice.Count()} cases";
    }

    private void Mutate(Dictionary<ContactState, int> tally)
    {
        if (_mutation is FleetMutation.CountDownBeforeLost && _feeds[0].IsKnownDown(_now)
            && tally.Remove(ContactState.Lost, out var lost))
        {
            tally[ContactState.FeedDown] = tally.GetValueOrDefault(ContactState.FeedDown) + lost;
        }
    }

    private VesselConcern Mutate(VesselConcern concern) => _mutation is FleetMutation.NameEpisodesByTheClock
        ? concern with { Episode = At(_now).ToString("O") }
        : concern;

    // By what is in the log, minute by minute.
    private ContactState Recount(int boat)
    {
        var heard = Heard(boat);
        if (heard == int.MinValue || heard > _now + ToleranceMinutes)
        {
            return ContactState.NeverHeard;
        }

        var feed = _feeds[boat % 2];
        return feed.Silent(heard, _now) switch
        {
            > LongLostAfter => ContactState.LongLost,
            > LostAfter => ContactState.Lost,
            _ => feed.IsKnownDown(_now) ? ContactState.FeedDown : ContactState.InContact,
        };
    }

    private int Heard(int boat) => _log.Where(one => one.Report.Vessel == FleetCity.Named(Id(boat)))
        .Select(one => (int)(one.Report.PhenomenonTime - Start).TotalMinutes)
        .DefaultIfEmpty(int.MinValue).Max();

    private FleetFeed FeedOf(PositionReport report) =>
        _feeds.Single(feed => string.Equals(feed.Name, report.Feed, StringComparison.Ordinal));

    private bool Happens(string fault, int oneIn)
    {
        if (_random.Next(oneIn) != 0)
        {
            return false;
        }

        Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
        return true;
    }
}
