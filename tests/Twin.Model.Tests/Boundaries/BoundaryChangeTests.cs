using System.Collections.Immutable;
using System.Text.Json;
using Twin.Model.Boundaries;
using Twin.Model.Cities;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Boundaries;

/// <summary>
/// On the test city of today: 31 with communes 10001, 20001 (3,000 people) and 20002 (1,000), 10 km² each.
/// </summary>
public sealed class BoundaryChangeTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);
    private static readonly CityDefinition City = SmallReform.Create();

    [Fact]
    public void A_merger_ends_its_parts_and_begins_the_whole_with_what_they_had()
    {
        var after = Apply(
            """{"op":"merge","from":["20001","20002"],"into":[{"code":"30001","nameVi":"Xã Đông Hải"}]}""");

        var made = after.Tree.Find(Code("30001"), Day)!;
        Assert.Equal(("Xã Đông Hải", "Xa Dong Hai", "Xa Dong Hai"), (made.NameVi, made.NameAscii, made.NameEn));
        Assert.Equal((20.0, 4_000L), (made.AreaSquareKilometers, made.Population));
        Assert.Equal((Code("31"), AdministrativeLevel.Commune), (made.UpperUnit, made.Level));
        Assert.Null(after.Tree.Find(Code("20001"), Day));
        Assert.Equal(Day.AddDays(-1), after.Tree.Find(Code("20001"), Day.AddDays(-1))!.ValidTo);
        Assert.All(after.Successions[^2..], row => Assert.True(row.IsWhole && row.Date == Day));
    }

    [Fact]
    public void A_merger_may_go_on_under_the_code_of_one_part()
    {
        var after = Apply("""{"op":"merge","from":["20001","20002"],"into":[{"code":"20001"}]}""");

        Assert.Equal(20, after.Tree.Find(Code("20001"), Day)!.AreaSquareKilometers);
        Assert.Equal(10, after.Tree.Find(Code("20001"), Day.AddDays(-1))!.AreaSquareKilometers);
        Assert.Equal("Đơn vị 20001", after.Tree.Find(Code("20001"), Day)!.NameVi);
    }

    [Fact]
    public void A_split_divides_area_and_people_and_figures_follow_the_shares()
    {
        var after = Apply("""
            {"op":"split","from":["20001"],"into":[
              {"code":"30001","nameVi":"A","areaShare":0.25,"populationShare":0.5},
              {"code":"30002","nameVi":"B","areaShare":0.75,"populationShare":0.5}]}
            """);

        var part = after.Tree.Find(Code("30001"), Day)!;
        Assert.Equal((2.5, 1_500L), (part.AreaSquareKilometers, part.Population));
        var shares = new BoundaryFlows(after).Between(Day.AddDays(-1), Day, ShareWeight.Population).Rows[Code("20001")];
        Assert.Equal((0.5, 0.25), (shares[0].Share, shares[0].OtherShare));
    }

    [Fact]
    public void A_part_may_go_to_a_unit_that_stands_and_the_rest_stay()
    {
        var after = Apply("""
            {"op":"split","from":["20001"],"into":[
              {"code":"20001","areaShare":0.8},{"code":"20002","areaShare":0.2}]}
            """);

        Assert.Equal(8, after.Tree.Find(Code("20001"), Day)!.AreaSquareKilometers!.Value, 1e-9);
        Assert.Equal(12, after.Tree.Find(Code("20002"), Day)!.AreaSquareKilometers!.Value, 1e-9);
        var flow = new BoundaryFlows(after).Between(Day.AddDays(-1), Day, ShareWeight.Area);
        Assert.Equal(
            ["20001", "20002"], flow.Into(Code("20002")).Select(share => share.Unit.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Names_uppers_and_codes_change_from_the_day_on()
    {
        var after = Apply("""
            {"op":"rename","unit":"20001","nameVi":"Phường Mới","kindVi":"Phường"},
            {"op":"recode","unit":"20002","code":"40002"},
            {"op":"recode","unit":"10001","code":"40003"}
            """);

        Assert.Equal("Phường Mới", after.Tree.Find(Code("20001"), Day)!.NameVi);
        Assert.Equal("Đơn vị 20001", after.Tree.Find(Code("20001"), Day.AddDays(-1))!.NameVi);
        Assert.Equal("Đơn vị 20002", after.Tree.Find(Code("40002"), Day)!.NameVi);
        var flow = new BoundaryFlows(after).Between(Day.AddDays(-1), Day, ShareWeight.Area);
        Assert.Equal(Code("40002"), Assert.Single(flow.Rows[Code("20002")]).Unit);
        Assert.Equal(Code("20001"), Assert.Single(flow.Rows[Code("20001")]).Unit);
    }

    [Fact]
    public void A_tier_is_introduced_and_abolished_again()
    {
        var tiers = Apply("""
            {"op":"introduceTier","into":[{"code":"50001","level":"district","kindVi":"Quận","nameVi":"Quận Một",
              "below":["10001","20001","20002"]}]}
            """);
        var flat = Apply(tiers, Day.AddYears(1), """{"op":"abolishTier","level":"district"}""");

        Assert.Equal(Code("50001"), tiers.Tree.Find(Code("20001"), Day)!.UpperUnit);
        Assert.Equal(3, tiers.Tree.On(Day).ChildrenOf(Code("50001")).Length);
        Assert.Equal(Code("31"), flat.Tree.Find(Code("20001"), Day.AddYears(1))!.UpperUnit);
        Assert.Null(flat.Tree.Find(Code("50001"), Day.AddYears(1)));
    }

    [Fact]
    public void A_unit_moves_below_another()
    {
        var tiers = Apply("""
            {"op":"introduceTier","into":[
              {"code":"50001","level":"district","nameVi":"Một","below":["10001","20001"]},
              {"code":"50002","level":"district","nameVi":"Hai","below":["20002"]}]}
            """);

        var after = Apply(tiers, Day.AddYears(1), """{"op":"reparent","unit":"20001","upperUnit":"50002"}""");

        Assert.Equal(Code("50002"), after.Tree.Find(Code("20001"), Day.AddYears(1))!.UpperUnit);
        Assert.Equal(Code("50001"), after.Tree.Find(Code("20001"), Day)!.UpperUnit);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "unknown_unit", "of no unit", """{"op":"rename","unit":"99999","nameVi":"X"}""" },
        { "unknown_unit", "ended long ago", """{"op":"rename","unit":"301","nameVi":"X"}""" },
        { "unknown_operation", "", """{"op":"swap"}""" },
        { "incomplete", "of one", """{"op":"merge","from":["20001"],"into":[{"code":"3"}]}""" },
        { "incomplete", "no name", """{"op":"merge","from":["20001","20002"],"into":[{"code":"3"}]}""" },
        { "code_in_use", "", """{"op":"merge","from":["20001","20002"],"into":[{"code":"10001","nameVi":"X"}]}""" },
        { "invalid_code", "", """{"op":"recode","unit":"20001","code":"a b"}""" },
        { "gap", "shares below 1", Split(0.5, 0.4) },
        { "overlap", "shares above 1", Split(0.7, 0.4) },
        { "gap", "no shares", Split(null, null) },
        { "invalid_share", "one share", Split(0.7, null) },
        { "invalid_share", "a share of nothing", Split(1, 0) },
        { "level_order", "a commune in a commune", """{"op":"reparent","unit":"20001","upperUnit":"20002"}""" },
        { "unknown_level", "", """{"op":"abolishTier","level":"district"}""" },
        { "orphan", "the root goes", """{"op":"abolishTier","level":"city"}""" },
        {
            "changed_twice", "",
            """{"op":"merge","from":["20001","20002"],"into":[{"code":"20001"}]},""" + Split(0.5, 0.5)
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_refused_with_what_to_do(string code, string because, string operations)
    {
        var refused = Assert.IsType<ChangeOutcome.Refused>(Outcome(City, Day, operations));

        var codes = refused.Refusals.Select(refusal => refusal.Code).ToArray();
        Assert.True(codes.Contains(code, StringComparer.Ordinal), $"{because}: {string.Join(' ', codes)}");
        Assert.All(refused.Refusals, refusal => Assert.NotEmpty(refusal.Hint));
    }

    [Theory]
    [InlineData("2025-07-01", "before_later_change")]
    [InlineData("2024-01-01", "before_later_change")]
    [InlineData("01/07/2026", "invalid_date")]
    public void A_day_that_is_not_after_every_other_change_is_refused(string date, string code)
    {
        var payload = $$"""{"date":"{{date}}","operations":[{"op":"rename","unit":"20001","nameVi":"X"}]}""";

        Assert.Equal(code, Assert.Single(Refusals(payload)).Code);
    }

    [Theory]
    [InlineData("{", "invalid_payload")]
    [InlineData("{}", "no_operations")]
    [InlineData("""{"date":"2026-07-01","operations":[]}""", "no_operations")]
    [InlineData("""{"date":"2026-07-01","operations":[{"op":"rename","x":1}]}""", "invalid_payload")]
    [InlineData("""{"date":"2026-07-01","basis":"hearsay","operations":[{"op":"rename"}]}""", "invalid_basis")]
    public void A_payload_that_cannot_be_read_is_refused(string payload, string code) =>
        Assert.Equal(code, Assert.Single(Refusals(payload)).Code);

    [Fact]
    public void Shares_that_miss_one_by_their_printing_are_made_to_add_up_and_that_is_said()
    {
        var applied = Assert.IsType<ChangeOutcome.Applied>(Outcome(City, Day, Split(0.3333, 0.6666)));

        Assert.Equal("normalised", Assert.Single(applied.Warnings).Code);
        Assert.Equal(1, applied.City.Successions[^2..].Sum(row => row.AreaShare!.Value), 1e-12);
    }

    [Fact]
    public void Targets_of_a_tier_that_goes_are_named()
    {
        var tiers = Apply("""
            {"op":"introduceTier","into":[{"code":"50001","level":"district","nameVi":"Một",
              "below":["10001","20001","20002"]}]}
            """);

        var applied = Assert.IsType<ChangeOutcome.Applied>(
            Outcome(tiers, Day.AddYears(1), """{"op":"abolishTier","level":"district"}"""));

        var warning = Assert.Single(applied.Warnings);
        Assert.Equal("targets_without_level", warning.Code);
        Assert.Contains("T-3", warning.Detail, StringComparison.Ordinal);
    }

    private static string Split(double? one, double? other) =>
        $$"""
        {"op":"split","from":["20001"],"into":[
          {"code":"30001","nameVi":"A","areaShare":{{JsonSerializer.Serialize(one)}}},
          {"code":"30002","nameVi":"B","areaShare":{{JsonSerializer.Serialize(other)}}}]}
        """;

    private static CityDefinition Apply(string operations) => Apply(City, Day, operations);

    private static CityDefinition Apply(CityDefinition city, DateOnly date, string operations)
    {
        var outcome = Outcome(city, date, operations);
        Assert.True(
            outcome is ChangeOutcome.Applied,
            string.Join('\n', ((outcome as ChangeOutcome.Refused)?.Refusals ?? []).Select(refusal => refusal.Detail)));
        return ((ChangeOutcome.Applied)outcome).City;
    }

    private static ChangeOutcome Outcome(CityDefinition city, DateOnly date, string operations) =>
        Apply(city, FormattableString.Invariant($$"""{"date":"{{date:yyyy-MM-dd}}","operations":[{{operations}}]}"""));

    private static ImmutableArray<Refusal> Refusals(string payload) =>
        Assert.IsType<ChangeOutcome.Refused>(Apply(City, payload)).Refusals;

    private static ChangeOutcome Apply(CityDefinition city, string payload) => new BoundaryChangeKind().Apply(
        city, new CityChange(1, "boundaries", "Lan", DateTimeOffset.UnixEpoch, "a test", payload, null));
}
