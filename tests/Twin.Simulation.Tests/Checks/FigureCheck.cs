using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Checks;

/// <summary>Holds every figure of every unit against a recompute from the log, bit for bit.</summary>
internal sealed class FigureCheck(World world, string moment)
{
    private readonly BatchRecompute _recompute = new(world.City.Definition.Tree, world.City.Definition.Indicators);
    private readonly LoggedVersions _versions = new(world.City.Definition);

    public async Task RunAsync()
    {
        world.Note($"check {moment}");
        world.Ledger.CheckLog();
        var quarantine = new LoggedQuarantine(world);
        foreach (var batch in world.Disk.Batches)
        {
            _recompute.Add(batch);
            _versions.Add(batch);
            quarantine.TryTake(batch);
        }

        foreach (var unit in world.City.Units)
        {
            quarantine.Compare(unit, await world.Silo.Unit(unit).GetQuarantine());
        }

        foreach (var period in world.City.Periods)
        {
            foreach (var unit in world.City.Definition.Tree.On(period.End).Units)
            {
                var figures = await world.Silo.Unit(unit.Code).GetPeriod(period);
                Compare(unit.Code, period, figures.ToDictionary(figure => figure.Indicator));
                CompareDerived(unit.Code, period, figures, _recompute);
                await ComparePartsAsync(unit.Code, period);
            }
        }
    }

    /// <summary>Holds figures as they were known at some instant against a recompute from the log until then.</summary>
    public async Task RunAsOfAsync()
    {
        if (world.Disk.Batches.Count == 0)
        {
            return;
        }

        var asOf = world.Disk.Batches[world.Random.Next(world.Disk.Batches.Count)].RecordedAt;
        var recompute = new BatchRecompute(world.City.Definition.Tree, world.City.Definition.Indicators);
        foreach (var batch in world.Disk.Batches.Where(one => one.RecordedAt <= asOf))
        {
            recompute.Add(batch);
        }

        var root = world.City.Root;
        foreach (var (indicator, period, breakdown) in recompute.Cells().ToArray())
        {
            var figure = await world.Silo.Unit(root).GetRollup(indicator.Code, period, asOf, breakdown);
            Compare(indicator, figure, recompute.Compute(root, indicator, period, breakdown), breakdown);
        }

        var indicators = world.City.Definition.Indicators;
        foreach (var period in world.City.Periods.Append(TimePeriod.Year(2025)))
        {
            var figures = new List<Rollup>();
            foreach (var derived in indicators.Derived.Where(one => DerivedFigures.IsOf(indicators[one], period)))
            {
                if (await world.Silo.Unit(root).GetRollup(indicators[derived].Code, period, asOf) is { } figure)
                {
                    figures.Add(figure);
                }
            }

            CompareDerived(root, period, figures, recompute);
        }
    }

    private static long Bits(double? number) => BitConverter.DoubleToInt64Bits(number ?? double.NaN);

    private async Task ComparePartsAsync(AdministrativeUnitCode unit, TimePeriod period)
    {
        var parts = _recompute.Cells().Where(cell => cell.Period == period && !cell.Breakdown.IsNone);
        foreach (var cells in parts.ToLookup(cell => cell.Indicator))
        {
            var figures = await world.Silo.Unit(unit).GetBreakdowns(cells.Key.Code, period, null);
            foreach (var (indicator, _, breakdown) in cells)
            {
                Compare(
                    indicator,
                    figures.FirstOrDefault(figure => figure.Breakdown == breakdown),
                    _recompute.Compute(unit, indicator, period, breakdown),
                    breakdown);
            }
        }
    }

    private void Compare(
        AdministrativeUnitCode unit, TimePeriod period, Dictionary<IndicatorCode, Rollup> figures)
    {
        foreach (var indicator in world.City.Definition.Indicators.Items.Where(one => one.Derivation is null))
        {
            var figure = figures.GetValueOrDefault(indicator.Code);
            Compare(indicator, figure, _recompute.Compute(unit, indicator, period), default);
            var version = _versions.Of(unit, indicator.Code, period);
            if ((figure?.Version ?? 0) != version)
            {
                world.Fail(
                    $"{moment}: {unit} {indicator.Code} {period} has version {World.Text(figure?.Version ?? 0)}, "
                    + $"and by the log {World.Text(version)}.");
            }
        }
    }

    /// <summary>Holds what a unit works out against what follows from the recompute of what it works it out from.
    /// </summary>
    private void CompareDerived(
        AdministrativeUnitCode unit, TimePeriod period, IReadOnlyCollection<Rollup> live, BatchRecompute recompute)
    {
        var city = world.City.Definition;
        var derived = new DerivedFigures(unit, city.Indicators, new RecomputedFigures(
            city, recompute, unit, RecomputedFigures.PeriodsOf(recompute)));
        foreach (var ordinal in city.Indicators.Derived.Where(one => DerivedFigures.IsOf(city.Indicators[one], period)))
        {
            var expected = derived.Figure(ordinal, period);
            var figure = live.FirstOrDefault(one => one.Indicator == expected.Indicator);
            var isSame = Bits(figure?.Value) == Bits(expected.Value)
                && (figure?.Value is null
                    || (figure.Expected, figure.Reported, figure.Demo, figure.OldestResultTime)
                        == (expected.Expected, expected.Reported, expected.Demo, expected.OldestResultTime));
            if (!isSame)
            {
                world.Fail($"{moment}: {figure?.ToString() ?? "no figure"} should be {expected}.");
            }
        }
    }

    private void Compare(Indicator indicator, Rollup? live, in Aggregate expected, Breakdown breakdown)
    {
        var hasData = expected.Reported > 0;
        var value = Aggregation.ValueOf(indicator, breakdown, expected);
        var oldest = live?.OldestResultTime?.ToUnixTimeMilliseconds() ?? 0;
        var isSame = (live?.Reported ?? 0) == expected.Reported
            && (live?.Demo ?? 0) == expected.Demo
            && oldest == expected.OldestUnixMilliseconds
            && Bits(live?.Value) == Bits(value)
            && Bits(live?.Numerator) == Bits(hasData ? expected.Numerator : null)
            && Bits(live?.Denominator) == Bits(hasData && indicator.ShowsDenominator ? expected.Denominator : null);
        if (!isSame)
        {
            world.Fail($"{moment}: {live?.ToString() ?? "no figure"} of {indicator.Code} should be {expected}.");
        }
    }
}
