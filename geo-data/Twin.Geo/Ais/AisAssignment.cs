namespace Twin.Geo.Ais;

/// <summary>How often one station shall send.</summary>
/// <param name="DestinationId">The station.</param>
/// <param name="SlotOffset">Slots until the first message; or, with no increment, messages in ten minutes.</param>
/// <param name="Increment">Slots between messages, as coded.</param>
public readonly record struct AisAssignment(uint DestinationId, int SlotOffset, int Increment);
