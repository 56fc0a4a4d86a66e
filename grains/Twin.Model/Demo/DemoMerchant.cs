using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Demo;

/// <summary>
/// Where a merchant ship of the demonstration is at any time, as its AIS would say: up from the sea, at anchor, up to
/// the port, moored, and out again, over and over. A function of seed, ship and time. Pure.
/// </summary>
public sealed class DemoMerchant
{
    /// <summary>The feed that hears them.</summary>
    public const string Feed = "ais-demo";

    /// <summary>How often a ship is heard.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(3);

    private const double KilometersPerKnotHour = 1.852;
    private const double KilometersPerDegree = 111.195;

    // The country digits of flags that call at ports of the gulf: none is Vietnam's, whose ships need papers here.
    private static readonly int[] Flags = [352, 354, 357, 370, 412, 414, 477, 525, 538, 563, 565, 636];

    private readonly GeoPosition _berth;
    private readonly GeoPosition _anchorage;
    private readonly GeoPosition _sea;
    private readonly TimeSpan _offset;
    private readonly double _knots;
    private readonly double[] _ends;
    private readonly double _shift;

    /// <summary>A ship.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="port">The entrance of the port.</param>
    /// <param name="seed">The seed.</param>
    public DemoMerchant(int number, GeoPosition port, int seed)
    {
        var random = new Random(DemoCity.Mix(seed, number.ToString(CultureInfo.InvariantCulture), "merchant"));
        Mmsi.TryCreate((uint)((Flags[random.Next(Flags.Length)] * 1_000_000) + 800_000 + number), out var mmsi);
        Mmsi = mmsi;
        _berth = Off(port, random.NextDouble() * 360, random.NextDouble() * 1.5);
        _anchorage = Off(port, 120 + (random.NextDouble() * 40), 14 + (random.NextDouble() * 10));
        _sea = Off(port, 115 + (random.NextDouble() * 50), 70 + (random.NextDouble() * 60));
        _offset = Every * random.NextDouble();
        _knots = 9 + (random.NextDouble() * 6);
        var inbound = Kilometers(_sea, _anchorage) / (_knots * KilometersPerKnotHour);
        var upriver = Kilometers(_anchorage, _berth) / (_knots / 2 * KilometersPerKnotHour);
        // Hours at which each part of its round ends: in, at anchor, up, moored, down, out.
        double[] parts =
        [
            inbound, 3 + (random.NextDouble() * 30), upriver, 10 + (random.NextDouble() * 40), upriver, inbound,
        ];
        var sum = 0.0;
        _ends = [.. parts.Select(hours => sum += hours)];
        _shift = random.NextDouble() * sum;
    }

    /// <summary>Its identity.</summary>
    public Mmsi Mmsi { get; }

    /// <summary>The ships.</summary>
    public static IReadOnlyList<DemoMerchant> Create(int count, GeoPosition port, int seed) =>
        [.. Enumerable.Range(0, count).Select(number => new DemoMerchant(number, port, seed))];

    /// <summary>The reports after one instant until another, oldest first; whole seconds.</summary>
    public IEnumerable<PositionReport> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var number = (long)Math.Floor((after - DateTimeOffset.UnixEpoch - _offset) / Every) + 1;
        for (var at = DateTimeOffset.UnixEpoch + _offset + (Every * number); at <= until; at += Every)
        {
            var second = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
            if (at > after)
            {
                yield return Report(second);
            }
        }
    }

    private PositionReport Report(DateTimeOffset at)
    {
        var hours = ((at - DateTimeOffset.UnixEpoch).TotalHours + _shift) % _ends[^1];
        var part = Array.FindIndex(_ends, end => hours < end);
        var begin = part == 0 ? 0 : _ends[part - 1];
        var share = (hours - begin) / (_ends[part] - begin);
        return part switch
        {
            0 => Sailing(at, _sea, _anchorage, share, _knots),
            1 => Lying(at, _anchorage, NavigationalStatus.AtAnchor),
            2 => Sailing(at, _anchorage, _berth, share, _knots / 2),
            3 => Lying(at, _berth, NavigationalStatus.Moored),
            4 => Sailing(at, _berth, _anchorage, share, _knots / 2),
            _ => Sailing(at, _anchorage, _sea, share, _knots),
        };
    }

    private PositionReport Sailing(DateTimeOffset at, GeoPosition from, GeoPosition to, double share, double knots)
    {
        var course = Course(from, to);
        return new PositionReport
        {
            Vessel = VesselId.Of(Mmsi),
            PhenomenonTime = at,
            Position = new GeoPosition(
                from.LongitudeDegrees + ((to.LongitudeDegrees - from.LongitudeDegrees) * share),
                from.LatitudeDegrees + ((to.LatitudeDegrees - from.LatitudeDegrees) * share)),
            Feed = Feed,
            SpeedOverGroundKnots = knots,
            CourseOverGroundDegrees = course,
            TrueHeadingDegrees = (int)course,
            Status = NavigationalStatus.UnderWayUsingEngine,
        };
    }

    private PositionReport Lying(DateTimeOffset at, GeoPosition where, NavigationalStatus status) => new()
    {
        Vessel = VesselId.Of(Mmsi),
        PhenomenonTime = at,
        Position = where,
        Feed = Feed,
        SpeedOverGroundKnots = 0,
        Status = status,
    };

    private static GeoPosition Off(GeoPosition from, double bearingDegrees, double kilometers)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(bearingDegrees));
        var scale = Math.Cos(double.DegreesToRadians(from.LatitudeDegrees));
        return new GeoPosition(
            from.LongitudeDegrees + (sin * kilometers / KilometersPerDegree / scale),
            from.LatitudeDegrees + (cos * kilometers / KilometersPerDegree));
    }

    private static double Kilometers(GeoPosition from, GeoPosition to) =>
        GreatCircle.DistanceMeters(from, to) / 1_000;

    private static double Course(GeoPosition from, GeoPosition to)
    {
        var east = (to.LongitudeDegrees - from.LongitudeDegrees)
            * Math.Cos(double.DegreesToRadians(from.LatitudeDegrees));
        var degrees = double.RadiansToDegrees(Math.Atan2(east, to.LatitudeDegrees - from.LatitudeDegrees));
        return Math.Round((degrees + 360) % 360, 1) % 360;
    }
}
