namespace Twin.Model.Places;

/// <summary>Somebody's wish to change a place.</summary>
/// <param name="Place">The version that is to be from its first day on.</param>
/// <param name="By">Who wishes it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expected">
/// The revision that they have seen; 0 where nothing is to be there on the first day; <c>null</c> for any.
/// </param>
public sealed record PlaceWrite(Place Place, string By, string Reason, long? Expected);
