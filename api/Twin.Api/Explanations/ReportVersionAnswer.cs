using Twin.Api.Observations;

namespace Twin.Api.Explanations;

/// <summary>One version of what a unit reported: what, when and by whom.</summary>
/// <param name="Observation">The observation; isCurrent tells the one that stands.</param>
/// <param name="Replaces">The sequence of the version that stood until it came; null for none.</param>
/// <param name="HasStood">Whether it ever stood: one produced earlier than what was known does not.</param>
internal sealed record ReportVersionAnswer(HistoryItemAnswer Observation, long? Replaces, bool HasStood);
