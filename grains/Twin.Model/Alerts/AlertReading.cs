using Twin.Model.Time;

namespace Twin.Model.Alerts;

/// <summary>What a rule reads of one subject at one instant.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">What it is about: an indicator's code, a duty's id, a subsystem.</param>
/// <param name="Measure">The number.</param>
/// <param name="Period">The period it is of; <c>null</c> where it is of now.</param>
/// <param name="ReasonVi">The number in words, Vietnamese.</param>
/// <param name="ReasonEn">The number in words, English.</param>
/// <param name="IsSilenced">Whether the feed that it comes by is down: it raises nothing, and clears nothing.</param>
public sealed record AlertReading(
    AlertRule Rule,
    string Subject,
    double Measure,
    TimePeriod? Period,
    string ReasonVi,
    string ReasonEn,
    bool IsSilenced = false);
