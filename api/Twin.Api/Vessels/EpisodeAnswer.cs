using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A time in which a vessel was lost.</summary>
/// <param name="LastHeard">When it was last heard.</param>
/// <param name="HeardAgain">When it was heard again; <c>null</c> while it is lost.</param>
/// <param name="Longitude">Where it was last heard, degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="SilenceMinutes">How long it was silent, without the time in which its feed was down.</param>
/// <param name="IsLong">Whether the second clock ran out too.</param>
internal sealed record EpisodeAnswer(
    DateTimeOffset LastHeard,
    DateTimeOffset? HeardAgain,
    double Longitude,
    double Latitude,
    double SilenceMinutes,
    bool IsLong)
{
    /// <summary>The answer for an episode.</summary>
    public static EpisodeAnswer Of(ContactEpisode episode) => new(
        episode.LastHeard,
        episode.HeardAgain,
        episode.Where.LongitudeDegrees,
        episode.Where.LatitudeDegrees,
        Math.Round(episode.Silence.TotalMinutes, 1),
        episode.IsLong);
}
