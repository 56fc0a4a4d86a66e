using System.Globalization;
using Twin.Model.Calendars;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Demo;

/// <summary>
/// Where a boat of the demonstration is at any time, and when it reports: a function of seed, boat and time, so that a
/// restart goes on where it was. Trips to grounds where it may fish, mostly, alternate with days in port; every two
/// hours a report; now and then a beacon falls silent. Pure.
/// </summary>
public sealed class DemoVoyage
{
    private const double KilometersPerDegree = 111.195;

    /// <summary>How often a boat reports.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(2);

    private const double SailingKilometersPerHour = 15;
    private const double SailingKnots = SailingKilometersPerHour / 1.852;

    // One trip in so many goes farther than it may.
    private const int StraysOneIn = 60;
    private const double StrayFactor = 1.8;
    private const int Attempts = 32;
    private const double LookEveryKilometers = 0.75;

    private static readonly TimeSpan SilenceSpan = TimeSpan.FromDays(16);
    private static readonly TimeSpan Look = TimeSpan.FromHours(12);

    private readonly Vessel _vessel;
    private readonly GeoPosition _port;
    private readonly TimeSpan _offset;
    private readonly double _cycleHours;
    private readonly double _awayShare;
    private readonly double _shortestKilometers;
    private readonly double _longestKilometers;
    private readonly FleetRules _rules;
    private readonly int _seed;

    /// <summary>The voyage of a boat.</summary>
    /// <param name="vessel">The boat.</param>
    /// <param name="port">Where it lies between trips.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rules">Where it may fish, and where land is.</param>
    public DemoVoyage(Vessel vessel, GeoPosition port, int seed, FleetRules rules)
    {
        _vessel = vessel;
        _rules = rules;
        _seed = DemoCity.Mix(seed, vessel.Id.Value, "voyage");
        var random = new Random(_seed);
        _port = new GeoPosition(
            port.LongitudeDegrees + ((random.NextDouble() - 0.5) * 0.01),
            port.LatitudeDegrees + ((random.NextDouble() - 0.5) * 0.01));
        _offset = Every * random.NextDouble();
        (_cycleHours, _awayShare, _shortestKilometers, _longestKilometers) = vessel.SizeClass switch
        {
            SizeClass.Under6 or SizeClass.From6To12 => (24.0, 0.45, 4, 20),
            SizeClass.From12To15 => (96.0, 0.6, 25, 75),
            SizeClass.From15To24 => (240.0, 0.7, 60, 160),
            _ => (336.0, 0.75, 90, 200),
        };
    }

    /// <summary>The reports after one instant until another, oldest first.</summary>
    public IEnumerable<PositionReport> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var number = (long)Math.Floor((after - DateTimeOffset.UnixEpoch - _offset) / Every) + 1;
        (long Cycle, double Bearing, double Kilometers) ground = (long.MinValue, 0, 0);
        for (var at = DateTimeOffset.UnixEpoch + _offset + (Every * number); at <= until; at += Every)
        {
            if (at <= after || IsSilent(at))
            {
                continue;
            }

            if (Cycle(at) is var cycle && ground.Cycle != cycle)
            {
                var (bearing, kilometers) = Ground(cycle);
                ground = (cycle, bearing, kilometers);
            }

            yield return Report(at, ground.Bearing, ground.Kilometers);
        }
    }

    /// <summary>The last report until an instant; <c>null</c> where there was none in the weeks before.</summary>
    public PositionReport? LastUntil(DateTimeOffset at)
    {
        // Mostly it was heard hours ago, so looking from the end finds it soon.
        for (var end = at; end > at - (SilenceSpan * 2); end -= Look)
        {
            if (Between(end - Look, end).LastOrDefault() is { } last)
            {
                return last;
            }
        }

        return null;
    }

    private PositionReport Report(DateTimeOffset at, double bearing, double kilometers)
    {
        var hours = Hours(at);
        var leg = Leg(at, kilometers);
        var (distance, isSailing, isOut) = leg;
        var isAway = distance > 0;
        var course = (double.RadiansToDegrees(bearing) + (isOut ? 0 : 180)) % 360;
        var (knots, status) = (isAway, isSailing) switch
        {
            (false, _) => (0.0, NavigationalStatus.Moored),
            (_, true) => (SailingKnots, NavigationalStatus.UnderWayUsingEngine),
            _ => (2 + (Math.Abs(Math.Sin(hours)) * 2), NavigationalStatus.EngagedInFishing),
        };
        return new PositionReport
        {
            Vessel = _vessel.Id,
            PhenomenonTime = at,
            Position = Place(at, bearing, leg),
            Feed = DemoFleet.Feed,
            SpeedOverGroundKnots = knots,
            CourseOverGroundDegrees = isAway ? course : null,
            Status = status,
        };
    }

    // Where it is on a trip: on its way out or home, or drifting about its ground.
    private GeoPosition Place(
        DateTimeOffset at, double bearing, (double Kilometers, bool IsSailing, bool IsOut) leg)
    {
        var isFishing = leg is { Kilometers: > 0, IsSailing: false };
        return At(
            bearing, leg.Kilometers, isFishing ? Math.Sin(Hours(at) * 2.3) * Reach(leg.Kilometers) : 0);
    }

    private (double Kilometers, bool IsSailing, bool IsOut) Leg(DateTimeOffset at, double kilometers)
    {
        var phase = (Hours(at) / _cycleHours) - Cycle(at);
        var (distance, isSailing) = phase < _awayShare ? Away(phase / _awayShare, kilometers) : (0.0, false);
        return (distance, isSailing, phase < _awayShare / 2);
    }

    private GeoPosition At(double bearing, double kilometers, double aside)
    {
        var east = ((Math.Sin(bearing) * kilometers) + (Math.Cos(bearing) * aside)) / KilometersPerDegree
            / Math.Cos(double.DegreesToRadians(_port.LatitudeDegrees));
        var north = ((Math.Cos(bearing) * kilometers) - (Math.Sin(bearing) * aside)) / KilometersPerDegree;
        return new GeoPosition(_port.LongitudeDegrees + east, _port.LatitudeDegrees + north);
    }

    // Between south and east, away from the coast of the gulf; it fishes in another place each time. A boat that finds
    // no ground stays in port.
    private (double Bearing, double Kilometers) Ground(long cycle)
    {
        var random = new Random(DemoCity.Mix(_seed, "ground", cycle.ToString(CultureInfo.InvariantCulture)));
        var strays = random.Next(StraysOneIn) == 0;
        var day = VietnamDay.Of(Start(cycle));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var bearing = double.DegreesToRadians(95 + (random.NextDouble() * 80));
            var kilometers = _shortestKilometers
                + (random.NextDouble() * (_longestKilometers - _shortestKilometers));
            kilometers *= strays ? StrayFactor : 1;
            if ((strays || MayFish(At(bearing, kilometers, 0), day)) && IsClear(cycle, bearing, kilometers))
            {
                return (bearing, kilometers);
            }
        }

        return (0, 0);
    }

    // Water all the way, near enough, and wherever it is going to report from.
    private bool IsClear(long cycle, double bearing, double kilometers)
    {
        var points = (int)Math.Ceiling(kilometers / LookEveryKilometers);
        return Enumerable.Range(1, points).All(point => IsWater(At(bearing, kilometers * point / points, 0)))
            && Reports(cycle).All(at => IsWater(Place(at, bearing, Leg(at, kilometers))));

        bool IsWater(GeoPosition position) => !_rules.IsLand(position);
    }

    private IEnumerable<DateTimeOffset> Reports(long cycle)
    {
        var number = (long)Math.Floor((Start(cycle) - DateTimeOffset.UnixEpoch - _offset) / Every);
        return Enumerable.Range(0, (int)(_cycleHours / Every.TotalHours) + 2)
            .Select(i => DateTimeOffset.UnixEpoch + _offset + (Every * (number + i)))
            .Where(at => Cycle(at) == cycle);
    }

    // How far a boat drifts to either side of its ground while it fishes.
    private static double Reach(double kilometers) => Math.Min(2, kilometers / 4);

    private bool MayFish(GeoPosition ground, DateOnly day)
    {
        var place = _rules.Zones.Current.Find(ground);
        return new[] { place.Belt, place.Closed }.OfType<FishingZone>().All(zone => !zone.Holds(day)
            || _rules.ZoneRule(day, _vessel, zone.Kind) is not { } rule
            || !_rules.Forbids(rule, zone, _vessel, day));
    }

    // Boats do not all leave at the same hour.
    private double Hours(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalHours + (_seed % 1_000);

    private long Cycle(DateTimeOffset at) => (long)(Hours(at) / _cycleHours);

    private DateTimeOffset Start(long cycle) =>
        DateTimeOffset.UnixEpoch.AddHours((cycle * _cycleHours) - (_seed % 1_000));

    // Out, a while on the ground, and home.
    private (double Kilometers, bool IsSailing) Away(double share, double kilometers)
    {
        var sailing = Math.Min(0.45, kilometers / SailingKilometersPerHour / (_cycleHours * _awayShare));
        if (share >= sailing && share <= 1 - sailing)
        {
            return (kilometers, false);
        }

        return (kilometers * Math.Min(share, 1 - share) / sailing, true);
    }

    // In one span of 16 days in eight a beacon falls silent: mostly for a day, now and then for longer than ten.
    private bool IsSilent(DateTimeOffset at)
    {
        var span = (at - DateTimeOffset.UnixEpoch).Ticks / SilenceSpan.Ticks;
        return IsSilent(at, span) || IsSilent(at, span - 1);
    }

    private bool IsSilent(DateTimeOffset at, long span)
    {
        var dice = DemoCity.Mix(_seed, "silence", span.ToString(CultureInfo.InvariantCulture));
        if (dice % 8 != 0)
        {
            return false;
        }

        var random = new Random(dice);
        var from = DateTimeOffset.UnixEpoch + (SilenceSpan * (span + random.NextDouble()));
        var hours = random.Next(7) == 0 ? 252 + (random.NextDouble() * 84) : 8 + (random.NextDouble() * 32);
        return at >= from && at < from + TimeSpan.FromHours(hours);
    }
}
