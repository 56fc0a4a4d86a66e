using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Quality;

namespace Twin.TestKit;

/// <summary>Quality rules for the test city, one of each kind, and one that holds.</summary>
public static class TestQuality
{
    /// <summary>The rule that holds: more than 50 times the median of the numbers before, of at least one.</summary>
    public const string Hold = "jump-far";

    /// <summary>One rule of each kind, which takes so many points off, and the one that holds.</summary>
    public static ImmutableArray<QualityRule> Rules { get; } =
    [
        Rule("age", QualityRuleKind.Age, 50),
        Rule("format", QualityRuleKind.Format, 10),
        Rule("history", QualityRuleKind.History, 20) with { Limit = 5, History = 6 },
        Rule("jump", QualityRuleKind.Jump, 25) with { Limit = 5, Floor = 10 },
        Rule(Hold, QualityRuleKind.Jump, 40) with { Limit = 50, Floor = 10, Severity = QualitySeverity.Hold },
        Rule("missing", QualityRuleKind.Missing, 100),
        Rule("peers", QualityRuleKind.Peers, 15) with { Limit = 5, History = 2 },
        Rule("quarantine", QualityRuleKind.Quarantine, 60),
        Rule("repeated", QualityRuleKind.Repeated, 20) with { Limit = 4, Floor = 100 },
        Rule("resent", QualityRuleKind.Resent, 5),
        Rule("shared", QualityRuleKind.Shared, 15) with { Floor = 1000 },
        Rule("clinics-low", QualityRuleKind.Bounds, 30) with
        {
            Indicator = TestCity.Indicator("CLINICS"), Minimum = 1, Maximum = 400,
        },
        Rule("clinics-below-fiber", QualityRuleKind.Balance, 35) with
        {
            Indicator = TestCity.Indicator("CLINICS"),
            Relation = BalanceRelation.AtMost,
            Terms = [new BalanceTerm(TestCity.Indicator("FIBER"), FigurePart.Denominator)],
        },
    ];

    /// <summary>The test city with its duties and those rules.</summary>
    public static CityDefinition City() => TestCity.WithDuties() with { QualityRules = Rules };

    /// <summary>A rule for all indicators, since 2020.</summary>
    public static QualityRule Rule(string id, QualityRuleKind kind, double points) => new()
    {
        Id = id,
        Kind = kind,
        NameVi = $"Luật {id}",
        NameEn = $"Rule {id}",
        Points = points,
        ValidFrom = new DateOnly(2020, 1, 1),
    };
}
