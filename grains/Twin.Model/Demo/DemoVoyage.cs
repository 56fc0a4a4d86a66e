using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Demo;

/// <summary>
/// Where a boat of the demonstration is at any time, and when it reports: a function of seed, boat and time, so that a
/// restart goes on where it was. Trips alternate with days in port; every two hours a report; now and then a beacon
/// falls silent. Pure.
/// </summary>
public sealed class DemoVoyage
{
    private const double KilometersPerDegree = 111.195;

    /// <summary>How often a boat reports.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(2);

    private static readonly TimeSpan SilenceSpan = TimeSpan.FromDays(16);
    private static readonly TimeSpan Look = TimeSpan.FromHours(12);

    private readonly Vessel _vessel;
    private readonly GeoPosition _port;
    private readonly TimeSpan _offset;
    private readonly double _cycleHours;
    private readonly double _awayShare;
    private readonly double _bearing;
    private readonly double _reachKilometers;
    private readonly int _seed;

    /// <summary>The voyage of a boat.</summary>
    /// <param name="vessel">The boat.</param>
    /// <param name="port">Where it lies between trips.</param>
    /// <param name="seed">The seed.</param>
    public DemoVoyage(Vessel vessel, GeoPosition port, int seed)
    {
        _vessel = vessel;
        _seed = DemoCity.Mix(seed, vessel.Id.Value, "voyage");
        var random = new Random(_seed);
        _port = new GeoPosition(
            port.LongitudeDegrees + ((random.NextDouble() - 0.5) * 0.01),
            port.LatitudeDegrees + ((random.NextDouble() - 0.5) * 0.01));
        _offset = Every * random.NextDouble();
        (_cycleHours, _awayShare, _reachKilometers) = vessel.SizeClass switch
        {
            SizeClass.Under6 or SizeClass.From6To12 => (24.0, 0.45, 4 + (random.NextDouble() * 18)),
            SizeClass.From12To15 => (96.0, 0.6, 25 + (random.NextDouble() * 35)),
            SizeClass.From15To24 => (240.0, 0.7, 60 + (random.NextDouble() * 90)),
            _ => (336.0, 0.75, 90 + (random.NextDouble() * 110)),
        };
        // Between south and east: away from the coast of the gulf.
        _bearing = double.DegreesToRadians(105 + (random.NextDouble() * 60));
    }

    /// <summary>The reports after one instant until another, oldest first.</summary>
    public IEnumerable<PositionReport> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var number = (long)Math.Floor((after - DateTimeOffset.UnixEpoch - _offset) / Every) + 1;
        for (var at = DateTimeOffset.UnixEpoch + _offset + (Every * number); at <= until; at += Every)
        {
            if (at > after && !IsSilent(at))
            {
                yield return Report(at);
            }
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

    private PositionReport Report(DateTimeOffset at)
    {
        var hours = (at - DateTimeOffset.UnixEpoch).TotalHours + (_seed % 1_000);
        var cycle = (long)(hours / _cycleHours);
        var phase = (hours / _cycleHours) - cycle;
        var distance = phase < _awayShare ? Away(phase / _awayShare) : 0;
        // It fishes in another place each time.
        var bearing = _bearing + (Math.Sin(cycle * 1.7) * 0.25);
        var wobble = distance > 0 ? Math.Sin(hours * 2.3) * Math.Min(2, distance / 4) : 0;
        var east = ((Math.Sin(bearing) * distance) + (Math.Cos(bearing) * wobble)) / KilometersPerDegree
            / Math.Cos(double.DegreesToRadians(_port.LatitudeDegrees));
        var north = ((Math.Cos(bearing) * distance) - (Math.Sin(bearing) * wobble)) / KilometersPerDegree;
        var isOut = phase < _awayShare / 2;
        var course = (double.RadiansToDegrees(bearing) + (isOut ? 0 : 180)) % 360;
        return new PositionReport
        {
            Vessel = _vessel.Id,
            PhenomenonTime = at,
            Position = new GeoPosition(_port.LongitudeDegrees + east, _port.LatitudeDegrees + north),
            Feed = DemoFleet.Feed,
            SpeedOverGroundKnots = distance > 0 ? 2 + (Math.Abs(Math.Sin(hours)) * 5) : 0,
            CourseOverGroundDegrees = distance > 0 ? course : null,
            Status = distance > 0 ? NavigationalStatus.EngagedInFishing : NavigationalStatus.Moored,
        };
    }

    // Out, a while on the ground, and home.
    private double Away(double share) => share switch
    {
        < 0.3 => _reachKilometers * share / 0.3,
        > 0.7 => _reachKilometers * (1 - share) / 0.3,
        _ => _reachKilometers,
    };

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
