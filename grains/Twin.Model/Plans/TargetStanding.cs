namespace Twin.Model.Plans;

/// <summary>Where a unit stands against a target, in short: for lists of many units.</summary>
/// <param name="TargetId">The target's id.</param>
/// <param name="Status">The status.</param>
/// <param name="Gap">Value less target; <c>null</c> without data.</param>
public sealed record TargetStanding(string TargetId, TargetStatus Status, double? Gap);
