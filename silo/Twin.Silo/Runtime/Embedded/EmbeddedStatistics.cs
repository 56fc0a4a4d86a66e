using Twin.Embedded;
using Twin.Model.Operations;

namespace Twin.Silo.Runtime.Embedded;

/// <summary>What the embedded host tells of itself, in the twin's words.</summary>
internal sealed class EmbeddedStatistics(EmbeddedGrainHost host) : IGrainStatistics
{
    public string? Dashboard => null;

    public Task<GrainReadings> ReadAsync(int busiest, CancellationToken cancellationToken)
    {
        var survey = host.Survey(busiest);
        return Task.FromResult(new GrainReadings(
            [.. survey.Statistics.Classes.Select(one => ReadingOf(one, survey.Mailboxes.GetValueOrDefault(one.Name)))],
            [.. survey.Busiest.Select(one => new BusyGrainReading(
                one.GrainClass, one.Key, one.BusyShare, one.CallsPerSecond, one.Waiting))],
            [.. survey.Incidents.Select(ReadingOf)]));
    }

    private static GrainIncidentReading ReadingOf(GrainIncident one) => new()
    {
        At = one.At,
        GrainClass = one.GrainClass,
        Key = one.Key,
        Work = one.Work,
        ElapsedMilliseconds = one.Elapsed?.TotalMilliseconds,
        Failure = one.Failure,
    };

    private static GrainClassReading ReadingOf(GrainClassStatistics one, MailboxDepth mailboxes) => new()
    {
        Name = one.Name,
        Activations = one.Activations,
        WaitingCalls = mailboxes.Waiting,
        DeepestMailbox = mailboxes.Deepest,
        Activated = one.Activated,
        Calls = one.Calls,
        BusySeconds = one.BusyTime.TotalSeconds,
        Failures = one.Failures,
        FailedActivations = one.FailedActivations,
        LostOneWays = one.LostOneWays,
        Timeouts = one.Timeouts,
        Refusals = one.Refusals,
        SlowTurns = one.SlowTurns,
    };
}
