using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Model.Demo;

/// <summary>
/// A made-up fleet with the counts of the plan: 4,475 boats, of which 1,332 are not eligible, and 1,140 have no
/// registration, no inspection and no licence. The two overlap: a boat under 6 m need have no paper. The same seed and
/// day give the same fleet. Pure.
/// </summary>
public static class DemoFleet
{
    /// <summary>How many boats there are.</summary>
    public const int Boats = 4_475;

    /// <summary>How many are not eligible.</summary>
    public const int NotEligible = 1_332;

    /// <summary>How many have no registration, no inspection and no licence.</summary>
    public const int ThreeNo = 1_140;

    /// <summary>The most boats that can be made, to load a feed: so many fit into the shards.</summary>
    public const int MaxBoats = 200_000;

    /// <summary>The feed that their beacons report by.</summary>
    public const string Feed = "vms-demo";

    // Three-no boats under 6 m, which need no papers and so are eligible all the same.
    private const int SmallThreeNo = 460;

    // No boat of the fleet is shorter or longer.
    private const double ShortestMeters = 4;

    // A few large boats carry fuel and fish for others, and may be anywhere.
    private const string Logistics = "logistics";
    private const int LogisticsOneIn = 25;

    private static readonly string[] Gears =
        ["gillnet", "longline", "trawl", "purse-seine", "trap", "falling-net", "hand-line"];

    // Shares of the size classes, smallest first; chosen to look like a northern coast.
    private static readonly (double From, double To, int Permille)[] Sizes =
        [(ShortestMeters, 5.99, 190), (6, 11.9, 420), (12, 14.9, 140), (15, 23.9, 215), (24, 29.5, 35)];

    /// <summary>The boats, in order of their ids. Papers hold from years before the day to years after it.</summary>
    /// <param name="homes">Communes on the coast, at least one.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="today">The day on which the counts are as said; they stay so for two years.</param>
    /// <param name="count">How many boats; the other counts are in proportion.</param>
    public static ImmutableArray<Vessel> Create(
        IReadOnlyList<AdministrativeUnitCode> homes, int seed, DateOnly today, int count = Boats)
    {
        ArgumentOutOfRangeException.ThrowIfZero(homes.Count, nameof(homes));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxBoats);
        var random = new Random(seed);
        var lengths = Lengths(count, random);
        var boats = ImmutableArray.CreateBuilder<Vessel>(count);
        var lacks = Lacks(lengths, random);
        for (var i = 0; i < count; i++)
        {
            boats.Add(Boat(i, lengths[i], lacks[i], homes[Skewed(random, homes.Count)], random, today));
        }

        return boats.MoveToImmutable();
    }

    private static double[] Lengths(int count, Random random)
    {
        var lengths = new double[count];
        var next = 0;
        for (var size = 0; size < Sizes.Length; size++)
        {
            var (from, to, permille) = Sizes[size];
            var end = size == Sizes.Length - 1 ? count : next + (int)((long)count * permille / 1_000);
            for (; next < end; next++)
            {
                lengths[next] = Math.Round(from + ((to - from) * random.NextDouble()), 1);
            }
        }

        random.Shuffle(lengths);
        return lengths;
    }

    // Which boats lack all three papers, and which one or two.
    private static Lack[] Lacks(double[] lengths, Random random)
    {
        var lacks = new Lack[lengths.Length];
        var (notEligible, threeNo, smallThreeNo) = (Part(NotEligible), Part(ThreeNo), Part(SmallThreeNo));
        var order = Enumerable.Range(0, lengths.Length).ToArray();
        random.Shuffle(order);
        var small = order.Where(i => lengths[i] < 6).ToArray();
        var larger = order.Where(i => lengths[i] >= 6).ToArray();
        foreach (var i in small.Take(smallThreeNo).Concat(larger.Take(threeNo - smallThreeNo)))
        {
            lacks[i] = Lack.All;
        }

        var some = larger.Skip(threeNo - smallThreeNo).Take(notEligible - (threeNo - smallThreeNo));
        foreach (var i in some)
        {
            lacks[i] = Lack.Some;
        }

        return lacks;

        int Part(int ofBoats) => (int)Math.Round((double)ofBoats * lengths.Length / Boats);
    }

    private static Vessel Boat(
        int number, double length, Lack lack, AdministrativeUnitCode home, Random random, DateOnly today)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"HP-{90_000 + number}-TS");
        var valid = new Validity(today.AddDays(-random.Next(30, 700)), today.AddYears(2).AddDays(random.Next(1, 400)));
        var expired = new Validity(today.AddYears(-4), today.AddDays(-random.Next(1, 600)));
        var hasRegistration = lack is not Lack.All;
        // A boat that lacks some papers has let one of those expire that its length asks for.
        var licence = lack switch
        {
            Lack.All => (Validity?)null,
            Lack.Some => length >= 12 && random.Next(2) == 0 ? valid : expired,
            _ => valid,
        };
        var inspection = lack switch
        {
            Lack.All => (Validity?)null,
            Lack.Some => licence == valid || random.Next(3) == 0 ? expired : valid,
            _ => valid,
        };
        Mmsi.TryCreate((uint)(574_800_000 + number), out var mmsi);
        return new Vessel
        {
            Id = VesselId.Parse(id, CultureInfo.InvariantCulture),
            RegistrationNumber = hasRegistration ? id : null,
            Mmsi = length >= 15 ? mmsi : null,
            LengthMeters = length,
            HomeUnit = home,
            OwnerReference = string.Create(CultureInfo.InvariantCulture, $"demo-owner-{number / 2}"),
            Gear = length >= 15 && number % LogisticsOneIn == 0 ? Logistics : Gears[random.Next(Gears.Length)],
            Registration = hasRegistration ? valid : null,
            Inspection = inspection,
            Licence = licence,
            Beacon = new Beacon(Feed, new Validity(today.AddYears(-1), null)),
            IsDemo = true,
        };
    }

    // Some communes have many boats, most have few.
    private static int Skewed(Random random, int count) =>
        (int)(count * random.NextDouble() * random.NextDouble());

    private enum Lack
    {
        None = 0,
        Some = 1,
        All = 2,
    }
}
