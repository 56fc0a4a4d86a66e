using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Quality;

/// <summary>How good the figures of a unit and all below it are: đúng, đủ, sạch, sống.</summary>
internal sealed record UnitQualityAnswer
{
    /// <summary>The unit's code.</summary>
    public required string Unit { get; init; }

    /// <summary>Its Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>Its English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Its level.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>The period by whose end figures were due.</summary>
    public required string Period { get; init; }

    /// <summary>The instant as of which it was scored; null for now.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>The lowest of the four means; null without values.</summary>
    public required double? Lowest { get; init; }

    /// <summary>Đúng: within bounds, in line with history, peers and other indicators.</summary>
    public required QualityScoreAnswer Correct { get; init; }

    /// <summary>Đủ: what is due has come.</summary>
    public required QualityScoreAnswer Complete { get; init; }

    /// <summary>Sạch: no copies, no trouble in reading.</summary>
    public required QualityScoreAnswer Clean { get; init; }

    /// <summary>Sống: as recent as the cadence asks.</summary>
    public required QualityScoreAnswer Live { get; init; }

    /// <summary>How many deductions there are.</summary>
    public required int Deductions { get; init; }

    /// <summary>How many observations wait in quarantine, of any period.</summary>
    public required int Waiting { get; init; }

    /// <summary>Makes the answer of a summary.</summary>
    public static UnitQualityAnswer Of(
        QualitySummary summary, AdministrativeUnit unit, TimePeriod period, DateTimeOffset? asOf) => new()
    {
        Unit = unit.Code.Value,
        NameVi = unit.NameVi,
        NameEn = unit.NameEn,
        Level = unit.Level,
        Period = period.ToString(),
        AsOf = asOf,
        Lowest = summary.Lowest,
        Correct = QualityScoreAnswer.Of(summary.Tallies[(int)QualityDimension.Correct]),
        Complete = QualityScoreAnswer.Of(summary.Tallies[(int)QualityDimension.Complete]),
        Clean = QualityScoreAnswer.Of(summary.Tallies[(int)QualityDimension.Clean]),
        Live = QualityScoreAnswer.Of(summary.Tallies[(int)QualityDimension.Live]),
        Deductions = summary.Deductions,
        Waiting = summary.Waiting,
    };
}
