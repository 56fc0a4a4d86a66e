namespace Twin.Geo.Ais;

/// <summary>That a message was received.</summary>
/// <param name="DestinationId">Who sent it.</param>
/// <param name="Sequence">Its sequence number, 0 to 3.</param>
public readonly record struct AisReceipt(uint DestinationId, int Sequence);
