using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Twin.Model.Indicators;

namespace Twin.Model.Quality;

/// <summary>
/// The quality rules of a city by indicator, made once for each city definition. Immutable and safe for any number of
/// threads.
/// </summary>
public sealed class QualityBook
{
    private static readonly ConditionalWeakTable<CityDefinition, QualityBook> Books = [];

    private readonly ImmutableArray<QualityRule>[] _rules;
    private readonly ImmutableArray<QualityRule>[] _holds;

    private QualityBook(CityDefinition city)
    {
        var indicators = city.Indicators.Items;
        _rules = [.. indicators.Select(indicator => Of(city.QualityRules, indicator, _ => true))];
        _holds = [.. indicators.Select(
            indicator => Of(city.QualityRules, indicator, rule => rule.Severity == QualitySeverity.Hold))];
        HasHolds = Array.Exists(_holds, rules => !rules.IsEmpty);
    }

    /// <summary>Whether any rule holds anything.</summary>
    public bool HasHolds { get; }

    /// <summary>The book of a city.</summary>
    public static QualityBook Of(CityDefinition city) => Books.GetValue(city, static one => new QualityBook(one));

    /// <summary>The rules that an indicator is scored by, by its ordinal.</summary>
    public ImmutableArray<QualityRule> Rules(int indicator) => _rules[indicator];

    /// <summary>The rules that hold observations of an indicator, by its ordinal.</summary>
    public ImmutableArray<QualityRule> Holds(int indicator) => _holds[indicator];

    /// <summary>A rule for one indicator goes before one of the same kind for all.</summary>
    private static ImmutableArray<QualityRule> Of(
        ImmutableArray<QualityRule> rules, Indicator indicator, Func<QualityRule, bool> isWanted)
    {
        if (indicator.IsDerived)
        {
            return [];
        }

        var own = rules.Where(rule => rule.Indicator == indicator.Code).ToArray();
        return
        [
            .. rules.Where(isWanted).Where(rule => rule.Indicator == indicator.Code
                || (rule.Indicator is null && !Array.Exists(
                    own, one => one.Kind == rule.Kind && one.Severity == rule.Severity))),
        ];
    }
}
