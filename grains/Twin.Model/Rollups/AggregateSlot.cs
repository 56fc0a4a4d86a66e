namespace Twin.Model.Rollups;

/// <summary>An aggregate with its version, as a row keeps it for one contributor.</summary>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Version">Its version; 0 while the contributor has sent nothing.</param>
public readonly record struct AggregateSlot(Aggregate Aggregate, long Version);
