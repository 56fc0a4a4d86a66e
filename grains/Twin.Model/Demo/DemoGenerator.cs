using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Demo;

/// <summary>
/// Makes demonstration observations: for each profile, every unit that reports the indicator, every period. The same
/// city, profiles and seed give the same observations, bit for bit. Some reports are late, some missing, some wrong at
/// first and corrected later; a few units do all of that more often.
/// </summary>
/// <param name="city">The city.</param>
/// <param name="profiles">How each indicator runs.</param>
/// <param name="seed">The seed.</param>
public sealed class DemoGenerator(CityDefinition city, IReadOnlyList<DemoProfile> profiles, int seed)
{
    /// <summary>The source and the reporter that every demonstration observation carries.</summary>
    public const string Source = "demo";

    private const double MissingShare = 0.02;
    private const double LateShare = 0.05;
    private const double CorrectedShare = 0.015;
    private const double CarelessShare = 0.08;
    private const double CarelessFactor = 3;

    /// <summary>The observations, one batch a unit, in the order of codes; within a batch by result time.</summary>
    /// <param name="first">The first month. Levels from which growth is worked out begin as much earlier.</param>
    /// <param name="last">The last month, included.</param>
    public IEnumerable<ObservationBatch> Generate(TimePeriod first, TimePeriod last)
    {
        var byUnit = new SortedDictionary<string, List<Observation>>(StringComparer.Ordinal);
        foreach (var profile in profiles)
        {
            if (!city.Indicators.TryGet(profile.Indicator, out var indicator))
            {
                throw new InvalidOperationException($"Profile {profile.Indicator} has no indicator in the catalogue.");
            }

            foreach (var period in Periods(indicator, first, last))
            {
                if (!city.Tree.On(period.End).Units.Any())
                {
                    continue; // Levels of a time before there was a city.
                }

                var days = Math.Max(1, last.End.DayNumber - first.End.DayNumber); // One month has no way to go.
                var at = (double)(period.End.DayNumber - first.End.DayNumber) / days;
                AddPeriod(indicator, profile, period, Math.Clamp(at, 0, 1), byUnit);
            }
        }

        foreach (var (unit, observations) in byUnit)
        {
            yield return new ObservationBatch(
                AdministrativeUnitCode.Parse(unit, null),
                Source,
                null,
                [.. observations.OrderBy(o => o.ResultTime).ThenBy(o => o.Indicator).ThenBy(o => o.Period)]);
        }
    }

    private IEnumerable<TimePeriod> Periods(Indicator indicator, TimePeriod first, TimePeriod last)
    {
        var frequency = indicator.Cadence switch
        {
            "P3M" => PeriodFrequency.Quarter,
            "P6M" => PeriodFrequency.HalfYear,
            "P1Y" => PeriodFrequency.Annual,
            _ => PeriodFrequency.Month,
        };
        var period = TimePeriod.Containing(first.Start, frequency);
        for (var back = PeriodsBack(indicator); back > 0; back--)
        {
            period = period.Previous();
        }

        for (; period.End <= last.End; period = period.Next())
        {
            yield return period;
        }
    }

    /// <summary>How many periods earlier a level must be known for growth in the first period.</summary>
    private int PeriodsBack(Indicator indicator) => city.Indicators.Derived
        .Select(ordinal => city.Indicators[ordinal].Derivation)
        .OfType<Derivation.Growth>().Where(growth => growth.Of == indicator.Code)
        .Select(growth => growth.PeriodsBack).DefaultIfEmpty().Max();

    /// <summary>The city's value on the way from first to due to last; due is a third of the way.</summary>
    private static double CityValue(DemoProfile profile, double at)
    {
        const double Due = 11.0 / 35; // The twelfth of thirty-six months.
        var (from, to, part) = at <= Due
            ? (profile.First, profile.AtDue, at / Due)
            : (profile.AtDue, profile.Last, (at - Due) / (1 - Due));
        return from + ((to - from) * ((0.5 * part) + (0.5 * part * part * (3 - (2 * part))))); // Half line, half S.
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static DateTimeOffset ResultTime(TimePeriod period, double days) =>
        new DateTimeOffset(period.End.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero)
            .AddMinutes(Math.Round(days * 24 * 60));

    private void AddPeriod(
        Indicator indicator,
        DemoProfile profile,
        TimePeriod period,
        double at,
        SortedDictionary<string, List<Observation>> byUnit)
    {
        var tree = city.Tree.On(period.End);
        var units = tree.Units.Where(u => u.Level == indicator.ReportingLevel).ToArray();
        var randoms = units.Select(u => new Random(
            DemoCity.Mix(seed, u.Code.Value, $"{indicator.Code}{period}"))).ToArray();
        var denominators = units.Select((u, i) => Denominator(tree, u, profile, period, randoms[i])).ToArray();
        var goal = CityValue(profile, at);
        var values = indicator.Aggregation == AggregationKind.RatioOfSums
            ? Shares(indicator, profile, units, randoms, denominators, goal / indicator.Scale)
            : [.. units.Select((u, i) => PlainValue(indicator, profile, u, randoms[i], goal))];
        for (var i = 0; i < units.Length; i++)
        {
            var code = units[i].Code.Value;
            if (!byUnit.TryGetValue(code, out var observations))
            {
                byUnit[code] = observations = [];
            }

            AddReports(
                indicator,
                period,
                code,
                Parts(indicator, profile, units[i], values[i], denominators[i]),
                randoms[i],
                observations);
        }
    }

    /// <summary>
    /// What a unit reports of a figure: all of it, or its parts, which add up to it. Each part keeps its size and its
    /// distance from the whole from period to period.
    /// </summary>
    private ReportedPart[] Parts(
        Indicator indicator, DemoProfile profile, AdministrativeUnit unit, double value, double denominator)
    {
        if (profile.Dimension is not { } code || !city.Indicators.Dimensions.TryGet(code, out var dimension))
        {
            return [new ReportedPart(default, value, denominator)];
        }

        var members = dimension.Members;
        var randoms = members.Select(member => new Random(
            DemoCity.Mix(seed, unit.Code.Value, $"{indicator.Code}{member.Code}"))).ToArray();
        var weights = randoms.Select(random => 0.5 + random.NextDouble()).ToArray();
        var denominators = weights.Select(weight => Math.Round(denominator * weight / weights.Sum())).ToArray();
        denominators[^1] += denominator - denominators.Sum();
        var offsets = randoms.Select(random => profile.DimensionSpread * DemoCity.Gauss(random)).ToArray();
        var numerators = Split(offsets, denominators, value).Select(part => Math.Round(part)).ToArray();
        numerators[^1] = Math.Clamp(numerators[^1] + value - numerators.Sum(), 0, denominators[^1]);
        return
        [
            .. members.Select((member, i) => new ReportedPart(
                Breakdown.Of(new DimensionMember(code, member.Code)), numerators[i], denominators[i])),
        ];
    }

    private double Denominator(
        TreeOfDate tree, AdministrativeUnit unit, DemoProfile profile, TimePeriod period, Random random)
    {
        var size = DemoCity.Inhabitants(tree, unit, seed) / 10_000;
        // Less work around Tết (late January to February), more towards the year's end.
        var month = period.End.Month;
        var season = profile.Season * (month switch { 1 => -0.5, 2 => -1, 11 => 0.6, 12 => 1, _ => 0.1 });
        var chance = profile.Season > 0 ? 0.05 * DemoCity.Gauss(random) : 0;
        var typical = profile.DenominatorFixed + (profile.DenominatorPerTenThousand * size);
        return Math.Round(typical * (1 + season + chance));
    }

    /// <summary>
    /// Numerators whose sum is the city's share of the sum of denominators, as nearly as whole numbers allow: each unit
    /// stands off the city by an amount of its own in log-odds, and one shift for all is found by halving.
    /// </summary>
    private double[] Shares(
        Indicator indicator,
        DemoProfile profile,
        AdministrativeUnit[] units,
        Random[] randoms,
        double[] denominators,
        double share)
    {
        var offsets = units.Select((u, i) =>
            (profile.Spread * DemoCity.Gauss(new Random(DemoCity.Mix(seed, u.Code.Value, indicator.Code.Value))))
            + (profile.Noise * DemoCity.Gauss(randoms[i]))).ToArray();
        return [.. Split(offsets, denominators, share * denominators.Sum()).Select(part => Math.Round(part))];
    }

    /// <summary>
    /// Numerators that add up to what is wanted: each stands off the others by its offset in log-odds.
    /// </summary>
    private static IEnumerable<double> Split(double[] offsets, double[] denominators, double wanted)
    {
        double low = -30, high = 30;
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            var sum = 0.0;
            for (var i = 0; i < offsets.Length; i++)
            {
                sum += denominators[i] * Logistic(offsets[i] + middle);
            }

            (low, high) = sum < wanted ? (middle, high) : (low, middle);
        }

        return offsets.Select((offset, i) => denominators[i] * Logistic(offset + low));
    }

    private double PlainValue(
        Indicator indicator, DemoProfile profile, AdministrativeUnit unit, Random random, double goal)
    {
        switch (indicator.Numerator.Kind)
        {
            case MeasureKind.Boolean:
                // Each unit has its own day; the city's last value is the share of units whose day has come.
                var day = new Random(DemoCity.Mix(seed, unit.Code.Value, indicator.Code.Value)).NextDouble();
                return goal > day ? 1 : 0;
            case MeasureKind.Count:
                return indicator.Aggregation == AggregationKind.Sum
                    ? new Random(DemoCity.Mix(seed, unit.Code.Value, indicator.Code.Value)).NextDouble() < goal ? 1 : 0
                    : Math.Round(goal + (profile.Noise * DemoCity.Gauss(random)));
            default:
                return Math.Round(goal + (profile.Noise * DemoCity.Gauss(random)), 2);
        }
    }

    private void AddReports(
        Indicator indicator,
        TimePeriod period,
        string unit,
        ReportedPart[] parts,
        Random random,
        List<Observation> observations)
    {
        var isCareless = new Random(DemoCity.Mix(seed, unit, "careless")).NextDouble() < CarelessShare;
        var careless = isCareless ? CarelessFactor : 1;
        var isMissing = random.NextDouble() < MissingShare * careless;
        var isLate = random.NextDouble() < LateShare * careless;
        var isCorrected = random.NextDouble() < CorrectedShare * careless;
        var days = isLate ? 20 + (55 * random.NextDouble()) : 1 + (7 * random.NextDouble());
        var wrongBy = 0.7 + (0.25 * random.NextDouble());
        if (isMissing)
        {
            return;
        }

        Observation At(ReportedPart part, double shown, double after) => new(
            indicator.Code,
            period,
            shown,
            indicator.HasDenominator ? part.Denominator : null,
            ObservationStatus.Demo,
            ResultTime(period, after),
            Source,
            part.Breakdown);

        // A whole that is wrong at first is so in its first part.
        var wrong = Math.Round(parts[0].Value * wrongBy);
        if (isCorrected && indicator.Numerator.Kind == MeasureKind.Count && wrong < parts[0].Value)
        {
            observations.Add(At(parts[0], wrong, days));
            days += 10 + (30 * random.NextDouble());
        }

        observations.AddRange(parts.Select(part => At(part, part.Value, days)));
    }

    /// <summary>What is reported of a figure or of a part of it.</summary>
    private readonly record struct ReportedPart(Breakdown Breakdown, double Value, double Denominator);
}
