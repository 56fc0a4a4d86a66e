namespace Orleans.Concurrency;

/// <summary>Marks a method that changes no state: it may interleave with other read-only requests.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
