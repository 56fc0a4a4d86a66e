using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>Where a vessel went.</summary>
/// <param name="Vessel">The vessel's id.</param>
/// <param name="Reported">How many reports there are in the span.</param>
/// <param name="IsCut">Whether there were more than can be given; then the oldest are missing.</param>
/// <param name="Positions">The positions, oldest first, simplified as asked.</param>
/// <param name="Gaps">Times of silence too long for a line to be drawn across.</param>
internal sealed record TrackAnswerBody(
    string Vessel,
    int Reported,
    bool IsCut,
    IReadOnlyList<PositionAnswer> Positions,
    IReadOnlyList<TrackGapAnswer> Gaps)
{
    /// <summary>The answer for a track.</summary>
    public static TrackAnswerBody Of(VesselId id, TrackAnswer track, TrackShape shape)
    {
        var stretches = shape.Of(track.Reports);
        return new TrackAnswerBody(
            id.Value,
            track.Reports.Length,
            track.IsCut,
            [.. stretches.SelectMany(stretch => stretch).Select(PositionAnswer.Of)],
            [
                .. stretches.Zip(stretches.Skip(1))
                    .Select(pair => new TrackGapAnswer(pair.First[^1].PhenomenonTime, pair.Second[0].PhenomenonTime)),
            ]);
    }
}
