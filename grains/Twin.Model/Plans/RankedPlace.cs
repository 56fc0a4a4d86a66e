namespace Twin.Model.Plans;

/// <summary>A place in a ranking.</summary>
/// <param name="Rank">1 for the best.</param>
/// <param name="Of">How many units have a figure.</param>
/// <param name="IsTied">Whether another unit has the same place.</param>
public sealed record RankedPlace(int Rank, int Of, bool IsTied);
