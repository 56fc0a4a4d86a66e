using System.Collections.Immutable;
using Twin.Model.Indicators;

namespace Twin.Model.Quality;

/// <summary>
/// A rule that an observation is scored by, or held by. Data, with effective dates: which rules there are, and what
/// they cost, is a city's own choice.
/// </summary>
public sealed record QualityRule
{
    /// <summary>The most numbers that a rule can want to compare with.</summary>
    public const int MostHistory = 24;

    /// <summary>The id: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it looks at.</summary>
    public required QualityRuleKind Kind { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The indicator that it is about; <c>null</c> for all.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>
    /// What is too far: times for a jump, a z-score for history and peers, per cent for a balance, how many in a row
    /// for repeats. Without meaning for the other kinds.
    /// </summary>
    public double Limit { get; init; }

    /// <summary>Numbers below this count as this where numbers are compared by times: 3 and 40 are no jump.</summary>
    public double Floor { get; init; }

    /// <summary>How many numbers there must be to compare with, in history or beside.</summary>
    public int History { get; init; } = 1;

    /// <summary>The smallest value that raises no doubt, in the indicator's unit of measure.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value that raises no doubt, in the indicator's unit of measure.</summary>
    public double? Maximum { get; init; }

    /// <summary>The number on the left of a balance, of <see cref="Indicator"/>.</summary>
    public FigurePart Part { get; init; }

    /// <summary>How a balance must stand.</summary>
    public BalanceRelation Relation { get; init; }

    /// <summary>The numbers on the right of a balance, which are added up.</summary>
    public ImmutableArray<BalanceTerm> Terms { get; init; } = [];

    /// <summary>What it takes off the score, 0 to 100.</summary>
    public required double Points { get; init; }

    /// <summary>Whether it holds what it finds.</summary>
    public QualitySeverity Severity { get; init; }

    /// <summary>The first day; it holds for periods that end on it or later.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether rules of a kind can hold: those that look at one observation and what came before it.</summary>
    public static bool CanHold(QualityRuleKind kind) =>
        kind is QualityRuleKind.Bounds or QualityRuleKind.Jump or QualityRuleKind.History;

    /// <summary>Which of the four a rule of a kind takes points off.</summary>
    public static QualityDimension DimensionOf(QualityRuleKind kind) => kind switch
    {
        QualityRuleKind.Missing => QualityDimension.Complete,
        QualityRuleKind.Repeated or QualityRuleKind.Shared or QualityRuleKind.Resent or QualityRuleKind.Format =>
            QualityDimension.Clean,
        QualityRuleKind.Age => QualityDimension.Live,
        _ => QualityDimension.Correct,
    };

    /// <summary>Whether it holds for a period that ends on that day.</summary>
    public bool IsValidOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}
