using System.Globalization;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Simulation.Tests.Workload;

/// <summary>
/// A city made from a seed: two to four tiers, branches of different lengths, and a reform that moves some communes
/// directly below the root.
/// </summary>
internal sealed class SimulatedCity
{
    private const int MaxBelow = 3;

    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly DateOnly Reform = new(2025, 7, 1);

    private readonly List<AdministrativeUnit> _units = [];
    private readonly Random _random;

    public SimulatedCity(Random random)
    {
        _random = random;
        var depth = random.Next(2, 5);
        var root = depth == 4 ? AdministrativeLevel.Country : AdministrativeLevel.City;
        Add("1", root, null, Start, null);
        Grow("1", root, depth - 1);
        Definition = TestCity.CreateOfAllKinds() with
        {
            Tree = new AdministrativeTree(_units),
            QualityRules = [FarJump()],
        };
        Root = TestCity.Code("1");
        Units = [.. _units.Select(unit => unit.Code).Distinct()];
    }

    public CityDefinition Definition { get; }

    public AdministrativeUnitCode Root { get; }

    /// <summary>The codes of all units of all dates.</summary>
    public IReadOnlyList<AdministrativeUnitCode> Units { get; }

    /// <summary>The periods that are reported on, before and after the reform.</summary>
    public IReadOnlyList<TimePeriod> Periods { get; } =
        [TimePeriod.Month(2025, 5), TimePeriod.Month(2025, 6), TimePeriod.Month(2025, 7)];

    /// <summary>An observation of a unit, good more often than not, of any indicator, period and value.</summary>
    public Observation Observe(AdministrativeUnitCode unit, string source, DateTimeOffset now)
    {
        var level = Definition.Tree.VersionsOf(unit)[0].Level;
        var indicators = Definition.Indicators.Items.Where(one => !one.IsDerived || _random.Next(50) == 0)
            .Where(one => one.ReportingLevel == level || _random.Next(12) == 0).DefaultIfEmpty(Definition.Indicators[0])
            .ToArray();
        var indicator = indicators[_random.Next(indicators.Length)];
        var status = _random.Next(8) switch
        {
            0 => ObservationStatus.Missing,
            1 => ObservationStatus.Demo,
            _ => ObservationStatus.Normal,
        };
        var denominator = indicator.HasDenominator ? _random.Next(1, 500) : (double?)null;
        return new Observation(
            indicator.Code,
            Periods[_random.Next(Periods.Count)],
            Value(indicator, denominator),
            denominator,
            status,
            ResultTime(now),
            source,
            TestCity.AnyBreakdown(Definition.Indicators, indicator, _random));
    }

    // Values are drawn at random, so that many are held; the first of each is not, having nothing before it.
    private static QualityRule FarJump() => new()
    {
        Id = "jump-far",
        Kind = QualityRuleKind.Jump,
        NameVi = "Chênh nhiều lần",
        NameEn = "Times apart",
        Limit = 3,
        Floor = 1,
        Points = 40,
        Severity = QualitySeverity.Hold,
        ValidFrom = Start,
    };

    // Some are refused: negative counts, parts above their whole, ratings above ten.
    private double Value(Indicator indicator, double? denominator) => indicator.Code.Value switch
    {
        _ when indicator.Numerator.Kind == MeasureKind.Boolean => _random.Next(2),
        "FIBER" or "FILES" => _random.Next(0, (int)(denominator ?? 0) + 2),
        "CLINICS" => _random.Next(-1, 50),
        "RATING" => _random.NextDouble() * 10.5,
        "REVENUE" => _random.NextDouble() * Math.Pow(10, _random.Next(-6, 12)),
        _ => _random.NextDouble() - 0.5,
    };

    // Corrections come out of order and with equal times; some senders' clocks are ahead, more than is accepted.
    private DateTimeOffset ResultTime(DateTimeOffset now) => _random.Next(5) switch
    {
        0 => now + TimeSpan.FromMinutes(_random.Next(2, 10)),
        1 => now,
        _ => new DateTimeOffset(2025, 8, 1, 0, _random.Next(10), 0, TimeSpan.Zero),
    };

    private void Grow(string upper, AdministrativeLevel level, int tiers)
    {
        var count = _random.Next(1, MaxBelow + 1);
        for (var i = 1; i <= count; i++)
        {
            var code = upper + i.ToString(CultureInfo.InvariantCulture);
            var isLowest = tiers == 1 || _random.Next(4) == 0;
            if (!isLowest)
            {
                Add(code, level + 1, upper, Start, null);
                Grow(code, level + 1, tiers - 1);
                continue;
            }

            var moves = _random.Next(3) == 0;
            Add(code, AdministrativeLevel.Commune, upper, Start, moves ? Reform.AddDays(-1) : null);
            if (moves)
            {
                Add(code, AdministrativeLevel.Commune, "1", Reform, null);
            }
        }
    }

    private void Add(string code, AdministrativeLevel level, string? upper, DateOnly from, DateOnly? to) =>
        _units.Add(new AdministrativeUnit
        {
            Code = TestCity.Code(code),
            Level = level,
            KindVi = "Xã",
            NameVi = code,
            NameAscii = code,
            NameEn = code,
            UpperUnit = upper is null ? null : TestCity.Code(upper),
            ValidFrom = from,
            ValidTo = to,
        });
}
