using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Observations;

/// <summary>One value that a unit reports for an indicator and a time period.</summary>
/// <param name="Indicator">The observed property.</param>
/// <param name="Period">The phenomenon time.</param>
/// <param name="Value">
/// The numerator of a ratio, or the value itself, in the numerator measure's unit; 0 when the status is
/// <see cref="ObservationStatus.Missing"/>.
/// </param>
/// <param name="Denominator">The denominator of a ratio or the weight of a mean; <c>null</c> for a plain value.</param>
/// <param name="Status">The observation status.</param>
/// <param name="ResultTime">When the value was produced, UTC, whole milliseconds. Of two, the later one stands.</param>
/// <param name="Source">The system or document that it comes from.</param>
/// <param name="Breakdown">Which part of the total it is of; none for the total itself.</param>
/// <param name="Notes">What the log keeps beside it; <c>null</c> for most.</param>
public readonly record struct Observation(
    IndicatorCode Indicator,
    TimePeriod Period,
    double Value,
    double? Denominator,
    ObservationStatus Status,
    DateTimeOffset ResultTime,
    string Source,
    Breakdown Breakdown = default,
    ObservationNotes? Notes = null)
{
    /// <summary>Whether it takes part in figures: one that is held or discarded does not.</summary>
    public bool Counts => Notes?.Counts ?? true;

    /// <summary>As the reporter sent it, without what was found or decided here.</summary>
    public Observation AsReported() => Notes is null ? this : this with { Notes = Notes.AsReported() };
}
