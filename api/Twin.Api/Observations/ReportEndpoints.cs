using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>Takes in reports.</summary>
internal static class ReportEndpoints
{
    /// <summary>Who sent it when nobody says.</summary>
    public const string AnonymousReporter = "anonymous@loopback";

    private const string SendAgainWithKey =
        "Send the same body again with the same Idempotency-Key; what is in counts once.";

    private const string SendAgain =
        "Send it again: an equal observation replaces the one before. With an Idempotency-Key it would count once.";

    /// <summary>Too many reports at once.</summary>
    public static readonly Refusal Crowded = new(
        ProblemCodes.TooMany,
        "As many reports are being taken in as may be at once.",
        "Send it again in a moment.");

    /// <summary>Maps the endpoint.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/observations", PostObservationsAsync)
        .WithTags("Observations")
        .WithName("postObservations")
        .WithSummary("Report observations")
        .WithDescription(
            "JSON, NDJSON or CSV, plain or gzip. Good rows are kept and bad ones listed, each with line, code and "
            + "hint. Doubtful rows are kept, listed as held, and count once somebody has decided (/v1/quarantine). "
            + "With an Idempotency-Key the same body may be sent again and counts once. The answer comes when "
            + "everything accepted is on disk; its sequence, given as minSequence to a figure, waits until the figure "
            + "shows it.")
        .WithMetadata(ReportBody.Instance)
        .Produces<ReceiptAnswer>()
        .Produces<ReportProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType)
        .Produces<ReportProblem>(StatusCodes.Status503ServiceUnavailable, ProblemResult.MediaType);

    private static async Task<IResult> PostObservationsAsync(
        HttpContext context,
        ReportReader reader,
        ReportDispatch dispatch,
        IngestGate gate,
        IObservationLog log,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        if (!ReportHeaders.TryRead(context.Request, out var headers, out var refusal))
        {
            return refusal.ToResult();
        }

        using var pass = gate.TryEnter();
        if (pass is null)
        {
            return Crowded.ToResult();
        }

        AllowBody(context, options.Value.MaxBodyBytes);
        var (content, unreadable) = await reader.ReadAsync(context.Request.Body, headers, pass, cancellationToken);
        if (content is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        if (headers.IdempotencyKey is { } key && content.Rows.GoodCount > 0
            && await log.ClaimAsync(key, content.Hash, cancellationToken) == RequestClaim.Conflict)
        {
            return KeyConflict(key).ToResult();
        }

        var reporter = content.Reporter ?? headers.Reporter ?? AnonymousReporter;
        var (receipt, failed) = await dispatch.SendAsync(content, reporter, headers.IdempotencyKey);
        return ProblemOf(receipt, failed, headers.IdempotencyKey is not null) ?? TypedResults.Ok(receipt);
    }

    /// <summary>The key was used before.</summary>
    public static Refusal KeyConflict(string key) => new(
        ProblemCodes.IdempotencyConflict,
        $"The {ReportHeaders.IdempotencyKeyHeader} '{key}' came with another body before.",
        "Use a new key for a new body.");

    /// <summary>The problem to answer with when not all good rows, or no row at all, were taken in.</summary>
    public static IResult? ProblemOf(ReceiptAnswer receipt, int failed, bool hasKey)
    {
        if (failed > 0)
        {
            return new ReportProblemResult(
                new Refusal(
                    ProblemCodes.Unavailable,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{receipt.Taken} observations are taken in, and {failed} could not be."),
                    hasKey ? SendAgainWithKey : SendAgain),
                receipt,
                failed);
        }

        return receipt.Taken > 0
            ? null
            : new ReportProblemResult(
                new Refusal(
                    ProblemCodes.NothingAccepted,
                    string.Create(
                        CultureInfo.InvariantCulture, $"All {receipt.RejectedTotal} rows were refused."),
                    "The member 'rejected' says why, line by line."),
                receipt,
                failed);
    }

    /// <summary>Lets the server take bodies as large as the option says, where the server has such a limit.</summary>
    private static void AllowBody(HttpContext context, long maxBytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxBytes;
        }
    }
}
