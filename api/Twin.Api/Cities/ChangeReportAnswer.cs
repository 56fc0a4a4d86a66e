using Twin.Model;
using Twin.Model.Cities;

namespace Twin.Api.Cities;

/// <summary>What a change makes different, or would.</summary>
internal sealed record ChangeReportAnswer
{
    /// <summary>Whether it is made; false in a dry run.</summary>
    public required bool Applied { get; init; }

    /// <summary>The revision of the city that it made or, in a dry run, that it would be made for.</summary>
    public required long Revision { get; init; }

    /// <summary>What whoever makes it should know.</summary>
    public required IReadOnlyList<Refusal> Warnings { get; init; }

    /// <summary>Versions of units that begin.</summary>
    public required IReadOnlyList<ChangedUnitAnswer> UnitsBegun { get; init; }

    /// <summary>Versions of units that get another last day.</summary>
    public required IReadOnlyList<ChangedUnitAnswer> UnitsEnded { get; init; }

    /// <summary>Versions of units that are otherwise not what they were.</summary>
    public required IReadOnlyList<ChangedUnitAnswer> UnitsChanged { get; init; }

    /// <summary>Versions of units that are no longer there.</summary>
    public required IReadOnlyList<ChangedUnitAnswer> UnitsRemoved { get; init; }

    /// <summary>Successions that are new.</summary>
    public required IReadOnlyList<SuccessionAnswer> SuccessionsAdded { get; init; }

    /// <summary>Successions that are no longer there.</summary>
    public required IReadOnlyList<SuccessionAnswer> SuccessionsRemoved { get; init; }

    /// <summary>Codes of indicators that are new or different.</summary>
    public required IReadOnlyList<string> IndicatorsAdded { get; init; }

    /// <summary>Codes of indicators that are gone or were different.</summary>
    public required IReadOnlyList<string> IndicatorsRemoved { get; init; }

    /// <summary>Ids of plans that are new or different.</summary>
    public required IReadOnlyList<string> PlansAdded { get; init; }

    /// <summary>Ids of plans that are gone or were different.</summary>
    public required IReadOnlyList<string> PlansRemoved { get; init; }

    /// <summary>Ids of targets that are new or different.</summary>
    public required IReadOnlyList<string> TargetsAdded { get; init; }

    /// <summary>Ids of targets that are gone or were different.</summary>
    public required IReadOnlyList<string> TargetsRemoved { get; init; }

    /// <summary>Units that start anew to follow the change.</summary>
    public required int UnitsConcerned { get; init; }

    /// <summary>
    /// Observations of periods in which their unit no longer stands: they stay, and roll up to nobody.
    /// </summary>
    public required long HomelessObservations { get; init; }

    /// <summary>Makes the report of a difference.</summary>
    public static ChangeReportAnswer Of(
        CityDifference difference,
        bool applied,
        long revision,
        IReadOnlyList<Refusal> warnings,
        long homelessObservations)
    {
        var units = ChangedUnits.Of(difference.Units);
        return new ChangeReportAnswer
        {
            Applied = applied,
            Revision = revision,
            Warnings = warnings,
            UnitsBegun = units.Begun,
            UnitsEnded = units.Ended,
            UnitsChanged = units.Changed,
            UnitsRemoved = units.Removed,
            SuccessionsAdded = [.. difference.Successions.Added.Select(SuccessionAnswer.Of)],
            SuccessionsRemoved = [.. difference.Successions.Removed.Select(SuccessionAnswer.Of)],
            IndicatorsAdded = [.. difference.Indicators.Added.Select(indicator => indicator.Code.Value)],
            IndicatorsRemoved = [.. difference.Indicators.Removed.Select(indicator => indicator.Code.Value)],
            PlansAdded = [.. difference.Plans.Added.Select(plan => plan.Id)],
            PlansRemoved = [.. difference.Plans.Removed.Select(plan => plan.Id)],
            TargetsAdded = [.. difference.Targets.Added.Select(target => target.Id)],
            TargetsRemoved = [.. difference.Targets.Removed.Select(target => target.Id)],
            HomelessObservations = homelessObservations,
            UnitsConcerned = difference.ConcernedUnits().Length,
        };
    }
}
