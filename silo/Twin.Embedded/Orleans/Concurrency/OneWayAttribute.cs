namespace Orleans.Concurrency;

/// <summary>
/// Marks a method whose caller gets no answer: its task completes at once, and failures are counted and logged.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
