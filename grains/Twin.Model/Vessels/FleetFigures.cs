using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Vessels;

/// <summary>
/// What the fleet reports for the indicators that count it: for each unit the vessels that belong to it, in total and
/// by class of length. A unit without vessels reports none, which is a figure too. Pure.
/// </summary>
public static class FleetFigures
{
    /// <summary>The source of its observations.</summary>
    public const string Source = "fleet";

    /// <summary>The dimension of classes of length.</summary>
    public const string Dimension = "SIZE_CLASS";

    /// <summary>The observations of each unit, in one order whatever the order of the counts.</summary>
    /// <param name="counts">The vessels counted.</param>
    /// <param name="wanted">The indicators.</param>
    /// <param name="units">The units that report.</param>
    /// <param name="period">The period.</param>
    /// <param name="at">When the vessels were counted.</param>
    public static ImmutableDictionary<AdministrativeUnitCode, ImmutableArray<Observation>> Of(
        IEnumerable<FleetCount> counts,
        IReadOnlyList<FleetIndicator> wanted,
        IEnumerable<AdministrativeUnitCode> units,
        TimePeriod period,
        DateTimeOffset at)
    {
        var byUnit = counts.Where(count => count.Group.HomeUnit is not null)
            .ToLookup(count => count.Group.HomeUnit!.Value); // The others were left out.
        return units.ToImmutableDictionary(unit => unit, unit => wanted
            .SelectMany(indicator => Of(byUnit[unit], indicator, period, at)).ToImmutableArray());
    }

    private static IEnumerable<Observation> Of(
        IEnumerable<FleetCount> counts, FleetIndicator indicator, TimePeriod period, DateTimeOffset at)
    {
        var some = counts.Where(count => IsCounted(count.Group, indicator.Counts)).ToArray();
        yield return Observe(indicator.Indicator, some.Sum(count => count.Vessels), default, period, at);
        foreach (var size in Enum.GetValues<SizeClass>())
        {
            var vessels = some.Where(count => count.Group.SizeClass == size).Sum(count => count.Vessels);
            yield return Observe(
                indicator.Indicator, vessels, Breakdown.Of(new DimensionMember(Dimension, Member(size))), period, at);
        }
    }

    private static Observation Observe(
        IndicatorCode indicator, int vessels, Breakdown breakdown, TimePeriod period, DateTimeOffset at) =>
        new(indicator, period, vessels, null, ObservationStatus.Provisional, at, Source, breakdown);

    private static bool IsCounted(FleetGroup group, FleetMeasure counts) => counts switch
    {
        FleetMeasure.All => true,
        FleetMeasure.Ineligible => !group.IsEligible,
        FleetMeasure.ThreeNo => group.IsThreeNo,
        _ => group.Contact is ContactState.Lost or ContactState.LongLost,
    };

    /// <summary>The member of the dimension.</summary>
    public static string Member(SizeClass size) => size switch
    {
        SizeClass.Under6 => "UNDER-6",
        SizeClass.From6To12 => "6-12",
        SizeClass.From12To15 => "12-15",
        SizeClass.From15To24 => "15-24",
        _ => "24-UP",
    };
}
