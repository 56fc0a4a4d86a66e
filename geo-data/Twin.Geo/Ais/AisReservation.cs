namespace Twin.Geo.Ais;

/// <summary>A run of slots that is kept.</summary>
/// <param name="SlotOffset">Where it begins.</param>
/// <param name="SlotCount">How many slots, 1 to 15.</param>
/// <param name="TimeoutMinutes">How long it is kept, 0 to 7.</param>
/// <param name="Increment">Slots until it repeats; 0 for once a frame.</param>
public readonly record struct AisReservation(int SlotOffset, int SlotCount, int TimeoutMinutes, int Increment);
