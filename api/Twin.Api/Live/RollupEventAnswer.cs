using Twin.Api.Statistics;
using Twin.Model.Rollups;

namespace Twin.Api.Live;

/// <summary>Figures of one unit that have just changed.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Changes">The new figures.</param>
/// <param name="Total">How many changed in all; when it is above the count of changes, ask for the rest.</param>
internal sealed record RollupEventAnswer(string Unit, IReadOnlyList<FigureAnswer> Changes, int Total)
{
    /// <summary>Makes the answer of a change.</summary>
    public static RollupEventAnswer Of(RollupChange change, DateTimeOffset now) => new(
        change.Unit.Value,
        [.. change.Changes.Select(figure => new FigureAnswer(figure, asOf: null, now))],
        change.Total);
}
