using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>A place on all days.</summary>
/// <param name="Id">The id.</param>
/// <param name="Revision">The number of its last change; it only grows.</param>
/// <param name="Versions">What it is from one day to another, by their first days; empty where it is gone.</param>
/// <param name="Changes">Who changed it, the latest first.</param>
internal sealed record PlaceHistoryAnswer(
    string Id,
    long Revision,
    IReadOnlyList<PlaceVersionAnswer> Versions,
    IReadOnlyList<PlaceChangeAnswer> Changes)
{
    /// <summary>The answer for a place.</summary>
    public static PlaceHistoryAnswer Of(PlaceHistory place) => new(
        place.Id.Value,
        place.Revision,
        [.. place.Versions.Select(PlaceVersionAnswer.Of)],
        [.. place.Changes.Reverse().Select(PlaceChangeAnswer.Of)]);
}
