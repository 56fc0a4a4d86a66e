namespace Orleans;

/// <summary>
/// Marks a message. Orleans generates its serializer; the embedded host passes the object itself, which is why
/// messages are immutable.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
