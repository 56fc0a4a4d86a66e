namespace Twin.Model.Alerts;

/// <summary>What is remembered of a condition between two readings.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="IsActive">Whether the condition stands.</param>
/// <param name="ChangingSince">
/// Since when readings say otherwise, while the debounce runs; <c>null</c> when they agree.
/// </param>
public sealed record AlertTrack(string RuleId, string Subject, bool IsActive, DateTimeOffset? ChangingSince);
