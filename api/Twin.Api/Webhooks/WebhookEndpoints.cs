using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Lists;
using Twin.Api.Live;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Alerts;
using Twin.Model;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Api.Webhooks;

/// <summary>Who is told of alerts over HTTP, what waits for them, and what could not be delivered.</summary>
internal static class WebhookEndpoints
{
    private const int LeastSecret = 16;
    private const int MostSecret = 200;

    /// <summary>Maps the endpoints.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/webhooks").WithTags("Webhooks");
        group.MapGet(string.Empty, GetWebhooksAsync)
            .WithName("getWebhooks").WithSummary("The subscriptions, oldest first")
            .WithListQuery().Produces<ListAnswer<WebhookAnswer>>();
        group.MapPost(string.Empty, AddWebhookAsync)
            .WithName("addWebhook")
            .WithSummary("Subscribe: every alert is posted to a URL, signed")
            .Accepts<WebhookRequest>("application/json")
            .Produces<WebhookAnswer>(StatusCodes.Status201Created);
        group.MapDelete("/{id}", RemoveWebhookAsync)
            .WithName("removeWebhook").WithSummary("End a subscription; what waits for it is dropped")
            .Produces(StatusCodes.Status204NoContent);
        group.MapPost("/{id}/test", TestAsync)
            .WithName("testWebhook")
            .WithSummary("Try a subscription: one signed delivery of no alert, now and once")
            .WithDescription("What goes wrong is in the answer, and the delivery is put aside with the dead letters.")
            .Produces<WebhookTestAnswer>();
        group.MapGet("/{id}/deliveries", GetDeliveriesAsync)
            .WithName("getDeliveries").WithSummary("What waits to be delivered, oldest first")
            .WithListQuery().Produces<ListAnswer<DeliveryAnswer>>();
        group.MapGet("/{id}/deadletters", GetDeadLettersAsync)
            .WithName("getDeadLetters").WithSummary("What could not be delivered, oldest first")
            .WithListQuery().Produces<ListAnswer<DeliveryAnswer>>();
        group.MapPost("/{id}/deadletters/redeliver", RedeliverAllAsync)
            .WithName("redeliverAll").WithSummary("Put all of it back into the queue")
            .Produces<RedeliveryAnswer>();
        group.MapPost("/{id}/deadletters/{notice}/redeliver", RedeliverAsync)
            .WithName("redeliver").WithSummary("Put one of it back into the queue")
            .Produces<RedeliveryAnswer>();
    }

    private static async Task<IResult> GetWebhooksAsync(HttpContext context, IGrainFactory grains)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : (await Directory(grains).GetAll()).ToPage(
                page, context.Request, one => WebhookAnswer.Of(one, withSecret: false));
    }

    private static async Task<IResult> AddWebhookAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        IWebhookSender sender,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<WebhookRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        refusal = PersonText.ReadName(body.By, "by", out var by)
            ?? sender.Check(body.Url ?? string.Empty)
            ?? CheckSecret(body.Secret);
        AdministrativeUnitCode unit = default;
        if (refusal is null && body.Unit is { } code)
        {
            UnitFinder.TryFind(city.Tree, code, out unit, out refusal);
        }

        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var subscription = new WebhookSubscription(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            body.Url!, // Checked above.
            body.Secret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            body.Unit is null
                ? []
                :
                [
                    .. EventFilter.SelfAndEverBelow(city.Tree, unit)
                        .Select(one => AdministrativeUnitCode.Parse(one, CultureInfo.InvariantCulture)),
                ],
            body.Unit is null ? null : unit,
            body.LeastSeverity,
            by,
            time.GetUtcNow());
        return await Directory(grains).Add(subscription)
            ? TypedResults.Created(
                $"/v1/webhooks/{subscription.Id}", WebhookAnswer.Of(subscription, withSecret: true))
            : new Refusal(
                ProblemCodes.TooMany,
                $"There are {IWebhookDirectoryGrain.MaxSubscriptions} subscriptions, as many as may be.",
                "Remove one first.").ToResult();
    }

    private static async Task<IResult> RemoveWebhookAsync(string id, IGrainFactory grains) =>
        await Directory(grains).Remove(id) ? TypedResults.NoContent() : Unknown(id);

    private static async Task<IResult> TestAsync(string id, IGrainFactory grains, TimeProvider time)
    {
        if (await SubscriptionAsync(id, grains) is not { } subscription)
        {
            return Unknown(id);
        }

        var notice = $"test-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var begun = time.GetTimestamp();
        var error = await grains.GetGrain<IWebhookGrain>(id).Test(subscription, notice);
        return TypedResults.Ok(new WebhookTestAnswer(
            notice, error is null, error, (long)time.GetElapsedTime(begun).TotalMilliseconds));
    }

    private static Task<IResult> GetDeliveriesAsync(string id, HttpContext context, IGrainFactory grains) =>
        ListAsync(id, context, grains, grain => grain.GetQueue());

    private static Task<IResult> GetDeadLettersAsync(string id, HttpContext context, IGrainFactory grains) =>
        ListAsync(id, context, grains, grain => grain.GetDeadLetters());

    private static async Task<IResult> ListAsync(
        string id,
        HttpContext context,
        IGrainFactory grains,
        Func<IWebhookGrain, Task<IReadOnlyList<WebhookDelivery>>> read)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        return await FindAsync(id, grains) is { } grain
            ? (await read(grain)).ToPage(page, context.Request, DeliveryAnswer.Of)
            : Unknown(id);
    }

    private static Task<IResult> RedeliverAllAsync(string id, IGrainFactory grains) =>
        RedeliverAsync(id, null, grains);

    private static async Task<IResult> RedeliverAsync(string id, string? notice, IGrainFactory grains)
    {
        if (await FindAsync(id, grains) is not { } grain)
        {
            return Unknown(id);
        }

        var count = await grain.Redeliver(notice);
        return notice is null || count > 0
            ? TypedResults.Ok(new RedeliveryAnswer(count))
            : Refusals.NotFound("dead letter", notice, $"/v1/webhooks/{id}/deadletters lists them.").ToResult();
    }

    private static Refusal? CheckSecret(string? secret) =>
        secret is null || (secret.Length is >= LeastSecret and <= MostSecret && !secret.Any(char.IsControl))
            ? null
            : new Refusal(
                ProblemCodes.InvalidParameter,
                "The secret cannot be used.", // It is not shown: answers are logged.
                $"Use {LeastSecret} to {MostSecret} characters, or leave it out.");

    private static async Task<IWebhookGrain?> FindAsync(string id, IGrainFactory grains) =>
        await SubscriptionAsync(id, grains) is null ? null : grains.GetGrain<IWebhookGrain>(id);

    private static async Task<WebhookSubscription?> SubscriptionAsync(string id, IGrainFactory grains) =>
        (await Directory(grains).GetAll()).FirstOrDefault(
            one => string.Equals(one.Id, id, StringComparison.Ordinal));

    private static IWebhookDirectoryGrain Directory(IGrainFactory grains) =>
        grains.GetGrain<IWebhookDirectoryGrain>(IWebhookDirectoryGrain.Key);

    private static ProblemResult Unknown(string id) =>
        Refusals.NotFound("subscription", id, "/v1/webhooks lists the ids.").ToResult();
}
