namespace Orleans.Concurrency;

/// <summary>Lets all requests of a grain class interleave at their awaits.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
