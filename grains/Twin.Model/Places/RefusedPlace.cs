namespace Twin.Model.Places;

/// <summary>A place of many that was refused.</summary>
/// <param name="Index">Its place among those that came, from 0.</param>
/// <param name="Id">Its id.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedPlace(int Index, PlaceId Id, Refusal Refusal);
