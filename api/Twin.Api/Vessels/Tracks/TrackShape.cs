using System.Collections.Immutable;
using Twin.Api.Requests;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>How tracks are wanted: how much may be left out, and what is a gap.</summary>
/// <param name="ToleranceMeters">Points closer than that to where the vessel would have been are left out.</param>
/// <param name="Tolerance">Of points closer in time than that only the first stays.</param>
/// <param name="Gap">No line goes across a longer silence.</param>
internal sealed record TrackShape(double ToleranceMeters, TimeSpan Tolerance, TimeSpan Gap)
{
    // As long as the first clock of most vessels; a line across more says nothing.
    private const int DefaultGapMinutes = 360;

    public static readonly QueryParameter ToleranceSeconds = new(
        "toleranceSeconds", "Of points closer in time than that keep only the first, 0 to 86,400; 0 by default.")
    {
        IsInteger = true,
        Example = "60",
    };

    public static readonly QueryParameter GapMinutes = new(
        "gapMinutes", "A longer silence is a gap, which no line crosses, 1 to 43,200; 360 by default.")
    {
        IsInteger = true,
        Example = "360",
    };

    /// <summary>Reads the parameters; what is wrong stays in the reader.</summary>
    public static TrackShape Read(QueryReader query) => new(
        query.Number(VesselParameters.Tolerance.Name, 0, 10_000) ?? 0,
        TimeSpan.FromSeconds(query.Number(ToleranceSeconds.Name, 0, 86_400) ?? 0),
        TimeSpan.FromMinutes(query.Number(GapMinutes.Name, 1, 43_200) ?? DefaultGapMinutes));

    /// <summary>The stretches of a track between its gaps, thinned.</summary>
    public ImmutableArray<ImmutableArray<PositionReport>> Of(ImmutableArray<PositionReport> track) =>
    [
        .. TrackStretches.Split(track, Gap)
            .Select(stretch => TrackStretches.Simplify(stretch, ToleranceMeters, Tolerance)),
    ];
}
