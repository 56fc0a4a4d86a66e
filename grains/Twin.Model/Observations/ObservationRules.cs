using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Observations;

/// <summary>What an observation must satisfy before it may enter the log. Pure.</summary>
/// <param name="tree">The tree of units.</param>
/// <param name="indicators">The catalogue.</param>
public sealed class ObservationRules(AdministrativeTree tree, IndicatorCatalog indicators)
{
    /// <summary>How far a result time may lie ahead of our clock: senders' clocks differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The largest number accepted, of either sign: sums of a whole country's stay finite.</summary>
    public const double LargestMagnitude = 1e18;

    private const double Whole = 1e-9; // How far from a whole number a count may be, for sums made in binary.

    /// <summary>Why the observation is refused, or <c>null</c> when it is good.</summary>
    /// <param name="unit">The unit that reports.</param>
    /// <param name="observation">What it reports.</param>
    /// <param name="now">The current instant.</param>
    public Refusal? Check(AdministrativeUnitCode unit, in Observation observation, DateTimeOffset now)
    {
        if (!indicators.TryGet(observation.Indicator, out var indicator))
        {
            return new Refusal(
                "unknown_indicator",
                $"'{observation.Indicator}' is not an indicator of the catalogue.",
                "See /v1/indicators for the codes.");
        }

        if (indicator.IsDerived)
        {
            return new Refusal(
                "derived_indicator",
                $"{indicator.Code} is worked out from what is reported, and by nobody reported itself.",
                "Leave it out.");
        }

        return CheckPlace(unit, indicator, observation, now)
            ?? CheckBreakdown(indicator, observation.Breakdown)
            ?? CheckNumbers(indicator, observation);
    }

    private static Refusal? CheckNumbers(Indicator indicator, in Observation observation)
    {
        if (observation.Status == ObservationStatus.Missing)
        {
            // It takes a value back, and what it carries itself counts for nothing; but stores must be able to hold it.
            return CheckMagnitude(observation.Value) ?? CheckMagnitude(observation.Denominator ?? 0);
        }

        return CheckNumber(indicator.Numerator, observation.Value)
            ?? CheckDenominator(indicator, observation)
            ?? CheckBounds(indicator, observation);
    }

    private static Refusal? CheckDenominator(Indicator indicator, in Observation observation)
    {
        if (!indicator.HasDenominator)
        {
            return observation.Denominator is { } extra
                ? new Refusal(
                    "unexpected_denominator",
                    $"{indicator.Code} is a plain value, and {Text(extra)} came as its denominator.",
                    "Leave the denominator empty.")
                : null;
        }

        if (observation.Denominator is not { } denominator)
        {
            return new Refusal(
                "missing_denominator",
                $"{indicator.Code} is made of two numbers, and only {Text(observation.Value)} came.",
                $"Send the denominator too ({indicator.Denominator?.NameEn}); a percentage alone cannot be rolled up.");
        }

        if (CheckNumber(indicator.Denominator ?? indicator.Numerator, denominator) is { } refusal)
        {
            return refusal;
        }

        if (denominator < 0)
        {
            return new Refusal(
                "negative_value", $"The denominator {Text(denominator)} is below zero.", "Send zero or more.");
        }

        return indicator.Aggregation == AggregationKind.RatioOfSums
            && !indicator.NumeratorMayExceedDenominator
            && observation.Value > denominator
            ? new Refusal(
                "numerator_above_denominator",
                $"The numerator {Text(observation.Value)} is above the denominator {Text(denominator)}.",
                "A part cannot exceed its whole; check whether the two were swapped.")
            : null;
    }

    private static Refusal? CheckBounds(Indicator indicator, in Observation observation)
    {
        double? shown = indicator.Aggregation != AggregationKind.RatioOfSums ? observation.Value
            : observation.Denominator is > 0 and var denominator
                ? observation.Value * indicator.Scale / denominator
                : null;
        if (shown is not { } value || !(value < indicator.Minimum || value > indicator.Maximum))
        {
            return null;
        }

        return new Refusal(
            "out_of_bounds",
            $"{Text(value)} {indicator.UnitOfMeasure} is outside {indicator.Code}'s bounds, "
            + $"{Text(indicator.Minimum)} to {Text(indicator.Maximum)}.",
            "Check the number and its unit.");
    }

    private static Refusal? CheckMagnitude(double number)
    {
        if (!double.IsFinite(number))
        {
            return new Refusal(
                "not_a_number", $"'{Text(number)}' is not a finite number.", "Send digits; leave unknown values out.");
        }

        return Math.Abs(number) > LargestMagnitude
            ? new Refusal(
                "out_of_bounds",
                $"{Text(number)} is larger than any number accepted, {Text(LargestMagnitude)}.",
                "Check the number and its unit.")
            : null;
    }

    private static Refusal? CheckNumber(Measure measure, double number)
    {
        return CheckMagnitude(number) ?? measure.Kind switch
        {
            MeasureKind.Count when number < 0 => new Refusal(
                "negative_count", $"{Text(number)} {measure.UnitOfMeasure} is below zero.", "A count is zero or more."),
            MeasureKind.Count when Math.Abs(number - Math.Round(number)) > Whole => new Refusal(
                "not_a_count",
                $"{Text(number)} is not a whole number of {measure.UnitOfMeasure}.",
                "Send the count itself, not a percentage or an average."),
            MeasureKind.Amount when number < 0 => new Refusal(
                "negative_value", $"{Text(number)} {measure.UnitOfMeasure} is below zero.", "Send zero or more."),
            MeasureKind.Boolean when number is not (0 or 1) => new Refusal(
                "not_a_boolean", $"{Text(number)} is neither 0 nor 1.", "Send 1 for yes and 0 for no."),
            _ => null,
        };
    }

    private Refusal? CheckBreakdown(Indicator indicator, Breakdown breakdown)
    {
        if (indicator.Catalogue is { } catalogue && breakdown.MemberOf(catalogue) is null)
        {
            return new Refusal(
                "missing_member",
                $"{indicator.Code} counts the members of {catalogue}, each once, and none was named.",
                $"Send one line for each member, 1 where it is there and 0 where not: {catalogue}=…");
        }

        foreach (var (dimension, member) in breakdown.Members)
        {
            if (!indicator.Dimensions.Contains(dimension, StringComparer.Ordinal))
            {
                return new Refusal(
                    "unknown_dimension",
                    $"{indicator.Code} is not broken down by '{dimension}'.",
                    indicator.Dimensions.IsEmpty
                        ? "Report its total, without a breakdown."
                        : $"It can be broken down by {string.Join(", ", indicator.Dimensions)}; see /v1/dimensions.");
            }

            if (!indicators.Dimensions.TryGetMember(dimension, member, out _))
            {
                return new Refusal(
                    "unknown_dimension_member",
                    $"'{member}' is not a member of {dimension}.",
                    MembersHint(dimension));
            }
        }

        return null;
    }

    private string MembersHint(string dimension)
    {
        const int Shown = 10;
        ImmutableArray<CodeListItem> members =
            indicators.Dimensions.TryGet(dimension, out var found) ? found.Members : [];
        var more = members.Length > Shown ? " and others" : string.Empty;
        return $"Members are {string.Join(", ", members.Take(Shown).Select(member => member.Code))}{more}; "
            + "see /v1/dimensions.";
    }

    private static string Text(double? number) =>
        number is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : "any";

    private Refusal? CheckPlace(
        AdministrativeUnitCode unit, Indicator indicator, in Observation observation, DateTimeOffset now)
    {
        var period = observation.Period;
        if (ReportingCadences.Read(indicator.Cadence) == ReportingCadence.TwiceMonthly
            && DutyWindow.Named(period, ReportingCadence.TwiceMonthly) is null)
        {
            var half = DutyWindow.Containing(period.End, ReportingCadence.TwiceMonthly);
            return new Refusal(
                "wrong_frequency",
                $"{indicator.Code} is reported twice a month, and '{period}' is neither a 15th nor a month's last day.",
                $"Send the last day of the half-month, such as '{half.Period}'.");
        }

        // Any report may be preceded by what the year has brought so far; without a cadence any period will do.
        if (CadenceFrequency.Of(indicator.Cadence) is { } frequency && frequency != period.Frequency
            && period.Frequency != PeriodFrequency.YearToDate)
        {
            return new Refusal(
                "wrong_frequency",
                $"{indicator.Code} is reported by {frequency}, and '{period}' is a period of another length.",
                $"Send a period such as '{TimePeriod.Containing(period.Start, frequency)}'.");
        }

        if (period.Start.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) > now.UtcDateTime.AddDays(1))
        {
            return new Refusal(
                "period_in_future", $"The period '{period}' has not begun.", "Report a period once it has begun.");
        }

        if (observation.ResultTime > now + ClockTolerance)
        {
            return new Refusal(
                "result_time_in_future",
                $"The result time {Text(observation.ResultTime)} lies in the future.",
                "Send the instant at which the value was produced, or leave it out.");
        }

        if (tree.Find(unit, period.End) is not { } version)
        {
            var stood = string.Join("; ", tree.VersionsOf(unit).Select(
                v => $"{v.NameVi} {Text(v.ValidFrom)} to {(v.ValidTo is { } to ? Text(to) : "now")}"));
            return stood.Length == 0
                ? new Refusal("unknown_unit", $"'{unit}' is not a unit.", "See /v1/units for the codes.")
                : new Refusal(
                    "unit_not_valid",
                    $"Unit {unit} did not stand on {Text(period.End)}, the last day of '{period}'.",
                    $"It stood as {stood}.");
        }

        return version.Level == indicator.ReportingLevel
            ? null
            : new Refusal(
                "wrong_level",
                $"{indicator.Code} is reported by each {Word(indicator.ReportingLevel)}, and {unit} is a "
                + $"{Word(version.Level)}.",
                "Figures of other levels come from the roll-up; report the units below.");
    }

    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(AdministrativeLevel level) => level.ToString().ToLowerInvariant();
}
