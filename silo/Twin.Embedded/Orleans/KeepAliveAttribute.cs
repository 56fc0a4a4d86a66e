namespace Orleans;

/// <summary>Keeps the activations of a grain class from being collected when they are idle.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepAliveAttribute : Attribute;
