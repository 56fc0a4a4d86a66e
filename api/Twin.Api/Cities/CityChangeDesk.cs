using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Twin.Grains.Cities;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;

namespace Twin.Api.Cities;

/// <summary>
/// Looks at a change and has it made. Whatever changes the city by hand goes through here, so that all of it has a dry
/// run, a report, and one way of being refused.
/// </summary>
internal sealed class CityChangeDesk(
    LiveCity live, CityChanges changes, IGrainFactory grains, IObservationLog log, TimeProvider time)
{
    /// <summary>Shows what a change would make different, and makes it unless it is a dry run.</summary>
    public async Task<IResult> HandleAsync(CityChangeDraft draft, CancellationToken cancellationToken)
    {
        var (report, refusals) = await MakeAsync(draft, cancellationToken);
        return report is null ? new ChangeProblemResult(refusals) : TypedResults.Ok(report);
    }

    /// <summary>The same; answers the report, or every reason against the change.</summary>
    public async Task<(ChangeReportAnswer? Report, ImmutableArray<Refusal> Refusals)> MakeAsync(
        CityChangeDraft draft, CancellationToken cancellationToken)
    {
        var current = await live.CatchUpAsync(cancellationToken);
        var change = new CityChange(
            current.Sequence + 1, draft.Kind, draft.By, time.GetUtcNow(), draft.Reason, draft.Payload, draft.Undoes);
        var outcome = changes.Try(current, change);
        if (outcome is RevisionOutcome.Refused refused)
        {
            return (null, refused.Refusals);
        }

        var accepted = outcome as RevisionOutcome.Accepted ?? throw new UnreachableException("There are two outcomes.");
        var difference = CityDifference.Between(current.Definition, accepted.Revision.Definition);
        if (draft.DryRun)
        {
            return (await ReportAsync(difference, false, current.Sequence, accepted.Warnings, cancellationToken), []);
        }

        // Counted before the change is made, of the city that it was made for.
        var report = await ReportAsync(difference, true, change.Sequence, accepted.Warnings, cancellationToken);
        // For the revision that was looked at, so that what is reported is what is made.
        var answer = await grains.GetGrain<ICityGrain>(current.Dataset.DatasetId).Change(new CityChangeMessage(
            draft.Kind,
            draft.By,
            draft.Reason,
            draft.Payload,
            draft.Undoes,
            draft.Revision ?? current.Sequence));
        if (!answer.Refusals.IsEmpty)
        {
            return (null, answer.Refusals);
        }

        await live.AtLeastAsync(answer.Sequence, cancellationToken);
        return (report, []);
    }

    private async Task<ChangeReportAnswer> ReportAsync(
        CityDifference difference,
        bool applied,
        long revision,
        ImmutableArray<Refusal> warnings,
        CancellationToken cancellationToken)
    {
        var homeless = await HomelessObservations.CountAsync(difference, log, cancellationToken);
        return ChangeReportAnswer.Of(difference, applied, revision, warnings, homeless);
    }
}
