namespace Twin.Embedded;

/// <summary>What the host looks like to somebody who walks through it.</summary>
/// <param name="Statistics">What each grain class is and has been doing.</param>
/// <param name="Mailboxes">The calls that wait now, by grain class; classes without any are left out.</param>
/// <param name="Busiest">The grains with the largest share of a thread of late, the busiest first.</param>
/// <param name="Incidents">The latest slow turns and failures, the latest first.</param>
public sealed record GrainSurvey(
    EmbeddedGrainStatistics Statistics,
    IReadOnlyDictionary<string, MailboxDepth> Mailboxes,
    IReadOnlyList<GrainLoad> Busiest,
    IReadOnlyList<GrainIncident> Incidents);
