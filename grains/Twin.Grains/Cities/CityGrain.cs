using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Twin.Model;
using Twin.Model.Cities;

namespace Twin.Grains.Cities;

/// <summary>Writes the city's journal, one entry at a time.</summary>
internal sealed partial class CityGrain(
    LiveCity live,
    CityChanges changes,
    ICityJournal journal,
    ICityFollower follower,
    TimeProvider time,
    ILogger<CityGrain> logger) : Grain, ICityGrain
{
    public async Task<CityChangeAnswer> Change(CityChangeMessage message)
    {
        try
        {
            return await ChangeAsync(message);
        }
        catch (CityJournalException exception)
        {
            LogFailed(exception);
            return Refused([new Refusal(
                "unavailable",
                "The journal of the city could not be read or written.",
                "Look at the list of changes: it may have been made. Else try again.")]);
        }
    }

    private static CityChangeAnswer Refused(ImmutableArray<Refusal> refusals) => new(0, refusals);

    private static Refusal Conflict(long expected, long current) => new(
        "revision_conflict",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The city is at revision {current}, and the change was made for {expected}."),
        "See what changed at /v1/city/changes, look at your change anew by a dry run, and send it again.");

    private async Task<CityChangeAnswer> ChangeAsync(CityChangeMessage message)
    {
        var current = await live.CatchUpAsync(CancellationToken.None);
        if (current.Sequence != message.ExpectedRevision)
        {
            return Refused([Conflict(message.ExpectedRevision, current.Sequence)]);
        }

        var change = new CityChange(
            current.Sequence + 1,
            message.Kind,
            message.By,
            time.GetUtcNow(),
            message.Reason,
            message.Payload,
            message.Undoes);
        switch (changes.Try(current, change))
        {
            case RevisionOutcome.Refused refused:
                return Refused(refused.Refusals);
            case RevisionOutcome.Accepted:
                var isFirst = await journal.AppendAsync(change, CancellationToken.None);
                var next = await live.CatchUpAsync(CancellationToken.None);
                if (!isFirst)
                {
                    return Refused([Conflict(current.Sequence, next.Sequence)]);
                }

                await follower.FollowAsync(current, next);
                return new CityChangeAnswer(change.Sequence, []);
            default:
                throw new UnreachableException("There are two outcomes.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The journal of the city failed")]
    private partial void LogFailed(Exception exception);
}
