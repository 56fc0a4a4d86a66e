using Twin.Model.Boundaries;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Model.Tests.Boundaries;

/// <summary>
/// The test city's change of 1 July 2025, small enough to reckon by hand. 10001 and 10002 become 20001; 10003 is
/// divided, 0.6 of its area to 20001 and 0.4 to 20002; 10004 becomes 10001, which is a new unit under an old code;
/// 10005 and 10006 become 20002, with the unknown 99999.
/// </summary>
internal static class SmallReform
{
    public static readonly DateOnly Before = TestCity.LastDayOfThreeTiers;
    public static readonly DateOnly After = Before.AddDays(1);

    /// <summary>20001 has 3,000 people on 10 km², 20002 has 1,000 on 10 km²: three to one in density.</summary>
    public static CityDefinition Create()
    {
        var city = TestCity.Create();
        return city with
        {
            Tree = new AdministrativeTree(city.Tree.Versions.Select(unit => unit.Code.Value switch
            {
                "20001" => unit with { AreaSquareKilometers = 10, Population = 3_000 },
                "20002" => unit with { AreaSquareKilometers = 10, Population = 1_000 },
                _ when unit.Level == AdministrativeLevel.Commune && unit.ValidTo is not null =>
                    unit with { AreaSquareKilometers = 4 },
                _ => unit,
            })),
            Successions =
            [
                Whole("10001", "20001"), Whole("10002", "20001"),
                Part("10003", "20001", 0.6), Part("10003", "20002", 0.4),
                Whole("10004", "10001"), Whole("10005", "20002"), Whole("10006", "20002"), Whole("99999", "20002"),
            ],
        };
    }

    public static Succession Whole(string from, string into) =>
        new(After, TestCity.Code(from), TestCity.Code(into), true, 1, "official");

    public static Succession Part(string from, string into, double? area) =>
        new(After, TestCity.Code(from), TestCity.Code(into), false, area, "official");

    /// <summary>The figure of a unit after the change, from figures before it.</summary>
    public static RebasedFigure Rebase(
        CityDefinition city,
        string unit,
        string indicator,
        ShareWeight weight,
        params (string Unit, double Numerator, double? Denominator)[] figures) =>
        Rebase(city, Before, After, unit, indicator, weight, figures);

    public static RebasedFigure Rebase(
        CityDefinition city,
        DateOnly from,
        DateOnly to,
        string unit,
        string indicator,
        ShareWeight weight,
        params (string Unit, double Numerator, double? Denominator)[] figures)
    {
        var flow = new BoundaryFlows(city).Between(from, to, weight);
        Assert.True(city.Indicators.TryGet(TestCity.Indicator(indicator), out var definition));
        return Rebasing.Figure(
            flow,
            to,
            TestCity.Code(unit),
            definition,
            TimePeriod.Month(2025, 6),
            figures.ToDictionary(
                one => TestCity.Code(one.Unit),
                one => new Rollup(
                    TestCity.Code(one.Unit),
                    definition.Code,
                    TimePeriod.Month(2025, 6),
                    one.Numerator,
                    one.Numerator,
                    one.Denominator,
                    1,
                    1,
                    0,
                    DateTimeOffset.UnixEpoch,
                    1)));
    }
}
