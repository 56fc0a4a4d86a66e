namespace Orleans;

/// <summary>
/// Names the grain type of a class, which stored states carry; without it that is the class' name in lower case and
/// without <c>grain</c> at its end.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
