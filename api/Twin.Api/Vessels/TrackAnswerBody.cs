using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Where a vessel went.</summary>
/// <param name="Vessel">The vessel's id.</param>
/// <param name="Reported">How many reports there are in the span.</param>
/// <param name="IsCut">Whether there were more than can be given; then the oldest are missing.</param>
/// <param name="Positions">The positions, oldest first, simplified as asked.</param>
/// <param name="Gaps">Times of silence longer than six hours, which no line should be drawn across.</param>
internal sealed record TrackAnswerBody(
    string Vessel,
    int Reported,
    bool IsCut,
    IReadOnlyList<PositionAnswer> Positions,
    IReadOnlyList<TrackGapAnswer> Gaps)
{
    // As long as the first clock of most vessels; a line across more says nothing.
    private static readonly TimeSpan Gap = TimeSpan.FromHours(6);

    /// <summary>The answer for a track.</summary>
    public static TrackAnswerBody Of(VesselId id, TrackAnswer track, double toleranceMeters) => new(
        id.Value,
        track.Reports.Length,
        track.IsCut,
        [.. TrackSimplifier.Simplify(track.Reports, toleranceMeters).Select(PositionAnswer.Of)],
        [
            .. track.Reports.Zip(track.Reports.Skip(1))
                .Where(pair => pair.Second.PhenomenonTime - pair.First.PhenomenonTime > Gap)
                .Select(pair => new TrackGapAnswer(pair.First.PhenomenonTime, pair.Second.PhenomenonTime)),
        ]);
}
