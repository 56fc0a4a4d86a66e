namespace Twin.Model.Places;

/// <summary>Somebody's wish to end a place.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Id">The place.</param>
/// <param name="Day">The first day on which it is no longer there.</param>
/// <param name="By">Who wishes it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expected">The revision that they have seen; <c>null</c> for any.</param>
public sealed record PlaceEnd(
    PlaceLayer Layer, PlaceId Id, DateOnly Day, string By, string Reason, long? Expected);
