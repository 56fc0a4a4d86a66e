namespace Orleans.Runtime;

/// <summary>Says which state a constructor parameter of type <see cref="IPersistentState{TState}"/> is.</summary>
/// <param name="stateName">Its name among the grain's states; empty for the parameter's name.</param>
/// <param name="storageName">
/// The <see cref="Orleans.Storage.IGrainStorage"/> that keeps it; the one without a name when that is left out.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    /// <summary>Its name among the grain's states.</summary>
    public string StateName { get; } = stateName ?? throw new ArgumentNullException(nameof(stateName));

    /// <summary>The storage that keeps it.</summary>
    public string? StorageName { get; } = storageName;
}
