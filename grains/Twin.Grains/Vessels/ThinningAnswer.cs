namespace Twin.Grains.Vessels;

/// <summary>What one step of thinning did.</summary>
/// <param name="IsDone">Whether there is no more to do now.</param>
/// <param name="Removed">How many reports were left out.</param>
[GenerateSerializer, Immutable, Alias("twin.ThinningAnswer")]
public sealed record ThinningAnswer([property: Id(0)] bool IsDone, [property: Id(1)] int Removed);
