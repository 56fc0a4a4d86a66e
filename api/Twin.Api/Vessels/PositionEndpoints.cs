using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Vessels;
using Twin.Model;

namespace Twin.Api.Vessels;

/// <summary>Takes in positions of vessels.</summary>
internal static class PositionEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapPositions(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/positions", PostPositionsAsync)
        .WithTags("Vessels")
        .WithName("postPositions")
        .WithSummary("Report positions of vessels")
        .WithDescription(
            "NDJSON, CSV, or AIVDM sentences as text/plain; plain or gzip. What is accepted is on disk when the answer "
            + "comes. Reports that are repeated, older, from the future, impossible or at 0° 0' are kept apart and "
            + "never move the vessel; the same body may be sent again.")
        .WithQuery(VesselParameters.Feed)
        .WithMetadata(PositionBody.Instance)
        .Produces<PositionsAnswer>()
        .Produces<PositionProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);

    private static async Task<IResult> PostPositionsAsync(
        HttpContext context,
        PositionBodyReader reader,
        PositionDesk desk,
        IngestGate gate,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var feed = query.ReadFeed() ?? VesselParameters.DefaultFeed;
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        if (!PositionHeaders.TryRead(context.Request, out var headers, out var refusal))
        {
            return refusal.ToResult();
        }

        using var pass = gate.TryEnter();
        if (pass is null)
        {
            return ReportEndpoints.Crowded.ToResult();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Value.MaxBodyBytes;
        }

        var (content, unreadable) = await reader.ReadAsync(
            context.Request.Body, headers, feed, pass, cancellationToken);
        if (content is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        var rejections = content.Rejections;
        var receipt = await desk.ReportAsync(
            feed, content.Reports, rejections.Total, rejections.Listed is [.., var last] ? last.Detail : null);
        return ToResult(content, receipt);
    }

    private static IResult ToResult(PositionContent content, FleetReceipt receipt)
    {
        var rejections = content.Rejections;
        var answer = new PositionsAnswer(
            receipt.Accepted,
            KeptApartAnswer.Of(receipt.Verdicts),
            content.Ignored,
            rejections.Listed,
            rejections.Total);
        if (receipt.Full > 0)
        {
            return new PositionProblemResult(
                new Refusal(
                    ProblemCodes.TooMany,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{receipt.Full} positions are of vessels for which there is no more room."),
                    "Register the vessels that count; positions of known ones were taken in."),
                answer);
        }

        return content.Reports.Count > 0 || rejections.Total == 0
            ? TypedResults.Ok(answer)
            : new PositionProblemResult(
                new Refusal(
                    ProblemCodes.NothingAccepted,
                    string.Create(CultureInfo.InvariantCulture, $"All {rejections.Total} lines were refused."),
                    "The member 'rejected' says why, line by line."),
                answer);
    }
}
