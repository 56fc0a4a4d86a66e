using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>A time in which a vessel was lost.</summary>
/// <param name="LastHeard">When it was last heard.</param>
/// <param name="HeardAgain">When it was heard again; <c>null</c> while it is lost.</param>
/// <param name="Where">Where it was last heard.</param>
/// <param name="Silence">How long it was silent, without the time in which its feed was down.</param>
/// <param name="IsLong">Whether the second clock ran out too.</param>
public sealed record ContactEpisode(
    DateTimeOffset LastHeard, DateTimeOffset? HeardAgain, GeoPosition Where, TimeSpan Silence, bool IsLong);
