namespace Orleans.Concurrency;

/// <summary>Lets a method, marked on the grain interface, start while any other request awaits.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
