namespace Twin.Api.Exchange.Maps;

/// <summary>How places are to be imported.</summary>
/// <param name="Date">The first day of places that do not say theirs; <c>null</c> for today.</param>
/// <param name="EndsMissing">Whether places of the layer that are not in the file end on that day.</param>
/// <param name="IsDryRun">Whether only to say what would change.</param>
/// <param name="WantsMap">Whether the places are wanted, and not the report on them.</param>
internal sealed record PlaceWish(DateOnly? Date, bool EndsMissing, bool IsDryRun, bool WantsMap);
