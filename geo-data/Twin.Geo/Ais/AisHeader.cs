namespace Twin.Geo.Ais;

/// <summary>What every message begins with.</summary>
/// <param name="MessageType">1 to 27.</param>
/// <param name="RepeatIndicator">How often it was repeated on the air, 0 to 3.</param>
/// <param name="UserId">The user ID of the sender.</param>
public readonly record struct AisHeader(byte MessageType, byte RepeatIndicator, uint UserId);
