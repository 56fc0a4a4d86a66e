using Twin.Model;
using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>An observation that was held, and what came of it.</summary>
internal sealed record HeldAnswer
{
    /// <summary>The id: its unit and sequence number.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required QuarantineState State { get; init; }

    /// <summary>The unit that reported it.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit's Vietnamese name, as of the period's last day.</summary>
    public required string UnitNameVi { get; init; }

    /// <summary>The unit's English name.</summary>
    public required string UnitNameEn { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The indicator's Vietnamese name.</summary>
    public required string IndicatorNameVi { get; init; }

    /// <summary>The indicator's English name.</summary>
    public required string IndicatorNameEn { get; init; }

    /// <summary>The SDMX time period.</summary>
    public required string Period { get; init; }

    /// <summary>The part of the total that it is of; null for the total.</summary>
    public required string? Breakdown { get; init; }

    /// <summary>The numerator or value.</summary>
    public required double Value { get; init; }

    /// <summary>The denominator or weight; null for a plain value.</summary>
    public required double? Denominator { get; init; }

    /// <summary>The rule that holds it.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's Vietnamese name; its id where the city has it no more.</summary>
    public required string RuleNameVi { get; init; }

    /// <summary>The rule's English name.</summary>
    public required string RuleNameEn { get; init; }

    /// <summary>What is doubtful, Vietnamese.</summary>
    public required string DetailVi { get; init; }

    /// <summary>What is doubtful, English.</summary>
    public required string DetailEn { get; init; }

    /// <summary>The sequence number in the log.</summary>
    public required long Sequence { get; init; }

    /// <summary>Who reported it.</summary>
    public required string Reporter { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When the log took it in.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What was decided; null while it waits.</summary>
    public required HeldDecisionAnswer? Decision { get; init; }

    /// <summary>Makes the answer of an entry.</summary>
    public static HeldAnswer Of(QuarantineEntry entry, CityDefinition city)
    {
        var observation = entry.Observation;
        city.Indicators.TryGet(observation.Indicator, out var indicator);
        var unit = city.Tree.Find(entry.Unit, observation.Period.End);
        var finding = observation.Notes?.Held
            ?? throw new ArgumentException("Only what a rule holds is in quarantine.", nameof(entry));
        var rule = city.QualityRules.FirstOrDefault(
            one => string.Equals(one.Id, finding.Rule, StringComparison.Ordinal));
        var (vietnamese, english) = QualityWords.Of(finding, indicator);
        return new HeldAnswer
        {
            Id = entry.Key.ToString(),
            State = entry.State,
            Unit = entry.Unit.Value,
            UnitNameVi = unit?.NameVi ?? entry.Unit.Value,
            UnitNameEn = unit?.NameEn ?? entry.Unit.Value,
            Indicator = observation.Indicator.Value,
            IndicatorNameVi = indicator?.NameVi ?? observation.Indicator.Value,
            IndicatorNameEn = indicator?.NameEn ?? observation.Indicator.Value,
            Period = observation.Period.ToString(),
            Breakdown = observation.Breakdown.IsNone ? null : observation.Breakdown.ToString(),
            Value = observation.Value,
            Denominator = observation.Denominator,
            Rule = finding.Rule,
            RuleNameVi = rule?.NameVi ?? finding.Rule,
            RuleNameEn = rule?.NameEn ?? finding.Rule,
            DetailVi = vietnamese,
            DetailEn = english,
            Sequence = entry.Sequence,
            Reporter = entry.Reporter,
            Source = observation.Source,
            RecordedAt = entry.RecordedAt,
            Decision = HeldDecisionAnswer.Of(entry),
        };
    }
}
