using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>Trees and observations made from a seed.</summary>
internal static class RandomCity
{
    /// <summary>The first day of the second tree of a random city.</summary>
    public static readonly DateOnly Reform = Day("2025-07-01");

    private static readonly TimePeriod[] Periods =
        [Period("2025-05"), Period("2025-06"), Period("2025-07"), Period("2025")];

    /// <summary>
    /// A tree of the depth given, branches of different lengths in it, one to four units below each; on the day of the
    /// reform some lowest units move directly below the root.
    /// </summary>
    public static AdministrativeTree Tree(int depth, int seed)
    {
        var random = new Random(seed);
        var units = new List<AdministrativeUnit> { Unit("1", null) };
        Grow("1", depth - 1);
        return new AdministrativeTree(units);

        void Grow(string upper, int levels)
        {
            for (var i = 0; levels > 0 && i < random.Next(1, 5); i++)
            {
                var code = upper + i.ToString(CultureInfo.InvariantCulture);
                var isLowest = levels == 1 || random.Next(4) == 0;
                var moves = isLowest && random.Next(3) == 0;
                units.Add(Unit(code, upper) with { ValidTo = moves ? Reform.AddDays(-1) : null });
                if (moves)
                {
                    units.Add(Unit(code, "1") with { ValidFrom = Reform });
                }

                if (!isLowest)
                {
                    Grow(code, levels - 1);
                }
            }
        }
    }

    /// <summary>One country with 63 provinces, 705 districts and 10,598 communes, as Việt Nam had in 2024.</summary>
    public static AdministrativeTree Country()
    {
        const int Provinces = 63;
        const int Districts = 705;
        const int Communes = 10_598;
        string Code(char level, int number) => level + number.ToString("D5", CultureInfo.InvariantCulture);
        return new AdministrativeTree(
        [
            Unit("0", null, AdministrativeLevel.Country),
            .. Enumerable.Range(0, Provinces).Select(i => Unit(Code('P', i), "0", AdministrativeLevel.City)),
            .. Enumerable.Range(0, Districts).Select(
                i => Unit(Code('D', i), Code('P', i % Provinces), AdministrativeLevel.District)),
            .. Enumerable.Range(0, Communes).Select(
                i => Unit(Code('C', i), Code('D', i % Districts), AdministrativeLevel.Commune)),
        ]);
    }

    /// <summary>
    /// An observation of any indicator, period and result time; about one in eight takes a value back.
    /// </summary>
    public static Observation Observation(IndicatorCatalog indicators, Random random)
    {
        Indicator[] reported = [.. indicators.Items.Where(one => !one.IsDerived)];
        var indicator = reported[random.Next(reported.Length)];
        var status = random.Next(8) switch
        {
            0 => ObservationStatus.Missing,
            1 => ObservationStatus.Demo,
            2 => ObservationStatus.Provisional,
            _ => ObservationStatus.Normal,
        };
        var value = status == ObservationStatus.Missing ? 0 : Value(indicator.Numerator.Kind, random);
        double? denominator = indicator.HasDenominator && status != ObservationStatus.Missing
            ? Value(MeasureKind.Count, random)
            : null;
        return Observe(
            indicator.Code.Value, Periods[random.Next(Periods.Length)], value, denominator, random.Next(8), status) with
        {
            Breakdown = AnyBreakdown(indicators, indicator, random),
        };
    }

    // Amounts of very different sizes: adding them in another order gives other bits.
    private static double Value(MeasureKind kind, Random random) => kind switch
    {
        MeasureKind.Boolean => random.Next(2),
        MeasureKind.Count => random.Next(0, 5_000),
        MeasureKind.Rate when random.Next(6) == 0 => -0.0,
        MeasureKind.Rate => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 6)),
        _ => random.NextDouble() * Math.Pow(10, random.Next(-6, 12)),
    };

    private static AdministrativeUnit Unit(
        string code, string? upper, AdministrativeLevel level = AdministrativeLevel.Commune) => new()
        {
            Code = Code(code),
            Level = level,
            KindVi = "Xã",
            NameVi = code,
            NameAscii = code,
            NameEn = code,
            UpperUnit = upper is null ? null : Code(upper),
            ValidFrom = Day("2020-01-01"),
        };
}
