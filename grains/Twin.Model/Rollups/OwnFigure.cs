namespace Twin.Model.Rollups;

/// <summary>What a unit contributes itself, with what it is made of where that must be known.</summary>
/// <param name="Slot">The aggregate with its version.</param>
/// <param name="Contents">What it is made of; mostly <c>null</c>.</param>
internal readonly record struct OwnFigure(AggregateSlot Slot, AggregateContents? Contents);
