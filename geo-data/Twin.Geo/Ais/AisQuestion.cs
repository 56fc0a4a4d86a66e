namespace Twin.Geo.Ais;

/// <summary>A question for one message of one station.</summary>
/// <param name="DestinationId">The station.</param>
/// <param name="MessageType">The type of message, 0 to 63.</param>
/// <param name="SlotOffset">In how many slots to answer; 0 leaves it to the station.</param>
public readonly record struct AisQuestion(uint DestinationId, int MessageType, int SlotOffset);
