namespace Twin.Api.Plans;

/// <summary>A column of a table of targets.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Field">What it holds, as the datasets call it; null for one that is not read.</param>
internal sealed record PlanColumnAnswer(string Name, string? Field);
