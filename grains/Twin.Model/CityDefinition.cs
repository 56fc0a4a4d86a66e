using System.Collections.Immutable;
using Twin.Model.Agencies;
using Twin.Model.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Maps;
using Twin.Model.Plans;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Model;

/// <summary>What the city is, apart from what is reported about it. Immutable; every silo holds the same.</summary>
public sealed record CityDefinition
{
    /// <summary>The id of the dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The units of all dates.</summary>
    public required AdministrativeTree Tree { get; init; }

    /// <summary>The indicators.</summary>
    public required IndicatorCatalog Indicators { get; init; }

    /// <summary>The plans that are loaded.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    /// <summary>The rows of those plans.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>The agencies that those plans name.</summary>
    public required ImmutableArray<Agency> Agencies { get; init; }

    /// <summary>Which unit became which.</summary>
    public required ImmutableArray<Succession> Successions { get; init; }

    /// <summary>The maps that were imported since the dataset was made, by their first day.</summary>
    public ImmutableArray<CityMap> Maps { get; init; } = [];

    /// <summary>Who reports what, and by when.</summary>
    public DutyBook Duties { get; init; } = DutyBook.Empty;

    /// <summary>
    /// What is laid down beside the plans about their reports; <c>null</c> where no duties are made of plans.
    /// </summary>
    public ImmutableArray<DutyTerms>? TermsOfDuties { get; init; }

    /// <summary>When alerts are raised, by id.</summary>
    public ImmutableArray<AlertRule> AlertRules { get; init; } = [];

    /// <summary>What observations are scored and held by, by id.</summary>
    public ImmutableArray<QualityRule> QualityRules { get; init; } = [];

    /// <summary>Whether a surveyed map of every unit drawn on it was imported for the units of a day.</summary>
    public bool HasSurveyedMap(DateOnly day) => Maps.Any(
        map => map.ValidFrom == Tree.On(day).From && !map.Shapes.Any(shape => shape.IsSchematic));

    /// <summary>The same city whose quality rules hold nothing.</summary>
    public CityDefinition WithoutHolds() => this with
    {
        QualityRules = [.. QualityRules.Select(rule => rule with { Severity = QualitySeverity.Deduct })],
    };

    /// <summary>
    /// The same city with the duties that follow from its plans; where there are any, with the indicators that they
    /// make of themselves.
    /// </summary>
    public CityDefinition WithDuties(IReadOnlyList<DutyTerms> terms, WorkCalendar calendar)
    {
        var book = new DutyBook(DutyDerivation.Derive(Plans, Targets, Agencies, Indicators, terms), calendar);
        var indicators = Indicators.Items.Where(indicator => !DutyIndicators.All.Contains(indicator));
        return this with
        {
            TermsOfDuties = [.. terms],
            Duties = book,
            Indicators = new IndicatorCatalog(
                book.Items.IsEmpty ? indicators : indicators.Concat(DutyIndicators.All), Indicators.Dimensions),
        };
    }

    /// <summary>
    /// The same city with the duties that follow from its plans as they are now; as it is where none are made of them.
    /// </summary>
    public CityDefinition WithDutiesOfPlans() =>
        TermsOfDuties is { } terms ? WithDuties(terms, Duties.Calendar) : this;
}
