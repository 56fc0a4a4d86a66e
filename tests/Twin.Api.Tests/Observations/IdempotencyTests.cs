using System.Net;

namespace Twin.Api.Tests.Observations;

public sealed class IdempotencyTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";
    private const string Csv = Header + "10001,FIBER,2024-06,60,100\n10004,FIBER,2024-06,20,100\n";

    [Fact]
    public async Task The_same_body_with_the_same_key_counts_once()
    {
        await using var app = await TwinApp.StartAsync();

        var first = await app.ReportAsync(Csv, key: "june");
        var again = await app.ReportAsync(Csv, key: "june");

        Assert.False(first.GetProperty("isRepeat").GetBoolean());
        Assert.True(again.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(first.GetProperty("accepted").GetInt32(), again.GetProperty("accepted").GetInt32());
        Assert.Equal(first.GetProperty("sequence").GetInt64(), again.GetProperty("sequence").GetInt64());
        Assert.Equal(2, (await app.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task The_same_body_without_a_key_is_a_new_report()
    {
        await using var app = await TwinApp.StartAsync();

        await app.ReportAsync(Csv);
        var again = await app.ReportAsync(Csv);

        Assert.False(again.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(4, (await app.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Another_body_with_the_same_key_is_a_conflict()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Csv, key: "june");

        using var response = await app.PostAsync(Header + "10002,FIBER,2024-06,1,100\n", key: "june");
        var problem = await TwinApp.ReadProblemAsync(response, 409);

        Assert.Equal("idempotency_conflict", problem.GetProperty("code").GetString());
        Assert.Equal(2, (await app.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task A_body_of_which_nothing_was_good_does_not_take_the_key()
    {
        await using var app = await TwinApp.StartAsync();

        using var refused = await app.PostAsync(Header + "nowhere,FIBER,2024-06,1,100\n", key: "june");
        var receipt = await app.ReportAsync(Csv, key: "june");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task What_a_failing_log_left_out_comes_in_with_the_repeat_and_nothing_twice()
    {
        await using var app = await TwinApp.StartAsync();
        app.Log.FailAppends = unit => unit.Value.Equals("10004", StringComparison.Ordinal);

        using var response = await app.PostAsync(Csv, key: "june");
        var problem = await TwinApp.ReadProblemAsync(response, 503);
        app.Log.FailAppends = null;
        var receipt = await app.ReportAsync(Csv, key: "june");
        var figure = await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        Assert.Equal("unavailable", problem.GetProperty("code").GetString());
        Assert.Equal(1, problem.GetProperty("accepted").GetInt32());
        Assert.Equal(1, problem.GetProperty("failed").GetInt32());
        Assert.Contains("same Idempotency-Key", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.False(receipt.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(40, figure.GetProperty("value").GetDouble());
        Assert.Equal(2, (await app.ReadAllAsync()).Count);
    }

    [Theory]
    [InlineData("a key with spaces")]
    [InlineData("chìa-khóa")]
    [InlineData(" ")]
    public async Task A_key_that_cannot_be_one_is_refused(string key)
    {
        await using var app = await TwinApp.StartAsync();
        app.Client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", key);

        using var response = await app.PostAsync(Csv);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal("invalid_header", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(128, HttpStatusCode.OK)]
    [InlineData(129, HttpStatusCode.BadRequest)]
    public async Task A_key_has_at_most_128_characters(int length, HttpStatusCode expected)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(Csv, key: new string('k', length));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_goes_once_its_report_is_being_taken_in_does_not_halve_it()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var app = await TwinApp.StartAsync(options => options.MaxGrainCalls = 1);
        app.Log.BeforeCommit = _ =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        using var gone = new CancellationTokenSource();
        using var body = new StringContent(Csv, null, "text/csv");

        var post = app.Client.PostAsync("/v1/observations", body, gone.Token);
        await entered.Task;
        await gone.CancelAsync();
        release.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        var receipt = await app.ReportAsync(Header + "10002,FIBER,2024-06,60,100\n");

        var figure = await app.GetFigureAsync("10004", "FIBER", "2024-06", receipt);
        Assert.Equal(20, figure.GetProperty("value").GetDouble());
    }
}
