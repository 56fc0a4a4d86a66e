using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;
using Twin.Grains.Cities;
using Twin.Model;
using Twin.Model.Cities;

namespace Twin.Api.Cities;

/// <summary>
/// Looks at a change and has it made. Whatever changes the city by hand goes through here, so that all of it has a dry
/// run, a report, and one way of being refused.
/// </summary>
internal sealed class CityChangeDesk(LiveCity live, CityChanges changes, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Shows what a change would make different, and makes it unless it is a dry run.</summary>
    public async Task<IResult> HandleAsync(CityChangeDraft draft, CancellationToken cancellationToken)
    {
        var current = await live.CatchUpAsync(cancellationToken);
        var change = new CityChange(
            current.Sequence + 1, draft.Kind, draft.By, time.GetUtcNow(), draft.Reason, draft.Payload, draft.Undoes);
        var outcome = changes.Try(current, change);
        if (outcome is RevisionOutcome.Refused refused)
        {
            return new ChangeProblemResult(refused.Refusals);
        }

        var accepted = outcome as RevisionOutcome.Accepted ?? throw new UnreachableException("There are two outcomes.");
        var difference = CityDifference.Between(current.Definition, accepted.Revision.Definition);
        if (draft.DryRun)
        {
            return Report(difference, applied: false, current.Sequence, accepted.Warnings);
        }

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
            return new ChangeProblemResult(answer.Refusals);
        }

        await live.AtLeastAsync(answer.Sequence, cancellationToken);
        return Report(difference, applied: true, answer.Sequence, accepted.Warnings);
    }

    private static Ok<ChangeReportAnswer> Report(
        CityDifference difference, bool applied, long revision, ImmutableArray<Refusal> warnings) =>
        TypedResults.Ok(ChangeReportAnswer.Of(difference, applied, revision, warnings));
}
