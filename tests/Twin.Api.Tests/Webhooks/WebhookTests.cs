using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Tests.Alerts;
using Twin.Api.Webhooks;
using Twin.Model.Alerts;

namespace Twin.Api.Tests.Webhooks;

public sealed class WebhookTests
{
    private readonly ScriptedSender _sender = new();

    [Fact]
    public async Task A_subscriber_gets_each_alert_of_its_unit_once()
    {
        await using var app = await StartAsync();
        var id = await SubscribeAsync(app, "301");

        await app.RaiseAsync("10001");
        await app.RaiseAsync("10004"); // In another district.
        await app.UntilAsync(async () => await CountAsync(app, id, "deliveries") == 0 && !_sender.Sent.IsEmpty);

        var sent = Assert.Single(_sender.Sent);
        var body = JsonElement.Parse(sent.Body);
        Assert.Equal("raised", body.GetProperty("kind").GetString());
        Assert.Equal("10001", body.GetProperty("alert").GetProperty("unit").GetString());
        Assert.Equal(sent.NoticeId, body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_tried_again_put_aside_and_delivered_when_asked_for()
    {
        await using var app = await StartAsync();
        var id = await SubscribeAsync(app, "31");
        _sender.Error = "The target answered 500.";
        await app.RaiseAsync("10001");

        for (var tries = 1; tries < WebhookRules.MaxAttempts; tries++)
        {
            await UntilTriedAsync(app, async () => await AttemptsAsync(app, id) == tries);
            Assert.Equal(tries, _sender.Sent.Count);
            // No further than the next try, for a longer leap passes the times of several; it is shown in whole
            // milliseconds, cut off.
            var next = (await NextAsync(app, id)).GetProperty("nextAt").GetDateTimeOffset();
            app.Clock.Advance(next.AddMilliseconds(1) - app.Clock.GetUtcNow());
        }

        await UntilTriedAsync(app, async () => await CountAsync(app, id, "deadletters") == 1);

        var letters = await app.GetAsync($"/v1/webhooks/{id}/deadletters");
        var letter = Assert.Single(letters.GetProperty("items").EnumerateArray());
        Assert.Equal("The target answered 500.", letter.GetProperty("lastError").GetString());
        Assert.Equal(WebhookRules.MaxAttempts, letter.GetProperty("attempts").GetInt32());

        _sender.Error = null;
        using var answer = await app.PostJsonAsync($"/v1/webhooks/{id}/deadletters/redeliver", "{}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await app.UntilAsync(() => Task.FromResult(_sender.Sent.Count == WebhookRules.MaxAttempts + 1));
        Assert.Equal(0, await CountAsync(app, id, "deadletters"));
    }

    [Fact]
    public async Task A_delivery_under_way_is_not_cut_off_by_the_next_notice()
    {
        await using var app = await StartAsync();
        var id = await SubscribeAsync(app, "31");
        _sender.Hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await app.RaiseAsync("10001");
        await app.UntilAsync(() => Task.FromResult(_sender.Sent.Count == 1));

        await app.RaiseAsync("10004");
        await app.UntilAsync(async () => await CountAsync(app, id, "deliveries") == 2);

        Assert.False(_sender.IsCutOff);
        _sender.Hold.SetResult();
        await app.UntilAsync(async () => await CountAsync(app, id, "deliveries") == 0);
        Assert.Equal(2, _sender.Sent.Select(one => one.NoticeId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, _sender.Sent.Count);
    }

    [Fact]
    public async Task A_secret_is_told_once_and_a_subscription_can_end()
    {
        await using var app = await StartAsync();
        var id = await SubscribeAsync(app, "31");

        var listed = await app.GetAsync("/v1/webhooks");
        var only = Assert.Single(listed.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, only.GetProperty("secret").ValueKind);

        using var removed = await app.Client.DeleteAsync($"/v1/webhooks/{id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var again = await app.Client.DeleteAsync($"/v1/webhooks/{id}");
        await TwinApp.ReadProblemAsync(again, 404);
    }

    [Theory]
    [InlineData("""{"url":"http://127.0.0.1:9/x","by":"Lan"}""", 400)]
    [InlineData("""{"url":"http://[::1]/x","by":"Lan"}""", 400)]
    [InlineData("""{"url":"ftp://example.org/x","by":"Lan"}""", 400)]
    [InlineData("""{"url":"https://user@example.org/x","by":"Lan"}""", 400)]
    [InlineData("""{"url":"/x","by":"Lan"}""", 400)]
    [InlineData("""{"by":"Lan"}""", 400)]
    [InlineData("""{"url":"https://example.org/x"}""", 400)]
    [InlineData("""{"url":"https://example.org/x","by":"Lan","secret":"short"}""", 400)]
    [InlineData("""{"url":"https://example.org/x","by":"Lan","unit":"999"}""", 404)]
    [InlineData("""{"url":"https://example.org/x","by":"Lan","color":"red"}""", 400)]
    [InlineData("""{"url":""", 400)]
    public async Task A_target_or_a_body_that_cannot_be_used_is_refused(string body, int status)
    {
        await using var app = await AlertApp.StartAsync();

        using var answer = await app.PostJsonAsync("/v1/webhooks", body);

        await TwinApp.ReadProblemAsync(answer, status);
    }

    [Fact]
    public async Task A_subscription_is_tried_now_and_once_and_what_did_not_arrive_is_put_aside()
    {
        await using var app = await StartAsync();
        var id = await SubscribeAsync(app, "31");

        var arrived = await TestAsync(app, id);

        Assert.True(arrived.GetProperty("isDelivered").GetBoolean());
        var sent = Assert.Single(_sender.Sent);
        Assert.Equal(AlertEventKind.Tested, sent.Kind);
        Assert.Equal(arrived.GetProperty("id").GetString(), sent.NoticeId);
        Assert.Equal($$"""{"id":"{{sent.NoticeId}}","kind":"tested"}""", sent.Body);
        Assert.Equal(0, await CountAsync(app, id, "deadletters"));

        _sender.Error = "The target answered 500.";
        var failed = await TestAsync(app, id);

        Assert.Equal("The target answered 500.", failed.GetProperty("error").GetString());
        Assert.Equal(0, await CountAsync(app, id, "deliveries"));
        var letter = Assert.Single((await app.GetAsync($"/v1/webhooks/{id}/deadletters"))
            .GetProperty("items").EnumerateArray());
        Assert.Equal(1, letter.GetProperty("attempts").GetInt32());
        Assert.Equal("tested", letter.GetProperty("kind").GetString());

        _sender.Error = null;
        using var again = await app.PostJsonAsync($"/v1/webhooks/{id}/deadletters/redeliver", "{}");
        await app.UntilAsync(() => Task.FromResult(_sender.Sent.Count == 3));
        using var unknown = await app.PostJsonAsync("/v1/webhooks/0000/test", "{}");
        await TwinApp.ReadProblemAsync(unknown, 404);
    }

    [Fact]
    public void A_signature_is_over_the_time_and_the_body()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_732_600_000);

        var signature = WebhookSignature.Sign("0123456789abcdef", "{\"a\":1}", at);

        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.ASCII.GetBytes("0123456789abcdef"), Encoding.ASCII.GetBytes("1732600000.{\"a\":1}")));
        Assert.Equal($"t=1732600000,v1={expected}", signature);
    }

    private static async Task<string> SubscribeAsync(TwinApp app, string unit)
    {
        using var answer = await app.PostJsonAsync(
            "/v1/webhooks", $$"""{"url":"https://example.org/hook","by":"Lan","unit":"{{unit}}"}""");
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(64, body.GetProperty("secret").GetString()!.Length);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> TestAsync(TwinApp app, string id)
    {
        using var answer = await app.PostJsonAsync($"/v1/webhooks/{id}/test", "{}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<int> CountAsync(TwinApp app, string id, string list) =>
        (await app.GetAsync($"/v1/webhooks/{id}/{list}")).GetProperty("numberMatched").GetInt32();

    private static async Task<JsonElement> NextAsync(TwinApp app, string id) =>
        (await app.GetAsync($"/v1/webhooks/{id}/deliveries")).GetProperty("items").EnumerateArray().FirstOrDefault();

    private static async Task<int> AttemptsAsync(TwinApp app, string id) =>
        await NextAsync(app, id) is { ValueKind: JsonValueKind.Object } next
            ? next.GetProperty("attempts").GetInt32()
            : 0;

    /// <summary>
    /// Waits for what a try brings about. While the clock leaps, a timer can be set by what it showed a moment before;
    /// a second more, now and then, makes up for that, and is less than the time to the next try.
    /// </summary>
    private static async Task UntilTriedAsync(TwinApp app, Func<Task<bool>> holds)
    {
        const int LooksPerSecond = 50;
        var looks = 0;
        await app.UntilAsync(async () =>
        {
            if (++looks % LooksPerSecond == 0)
            {
                app.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            return await holds();
        });
    }

    private Task<TwinApp> StartAsync() =>
        AlertApp.StartAsync(services => services.AddSingleton<IWebhookSender>(_sender));
}
