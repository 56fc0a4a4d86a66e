using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twin.Api.Features;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Embedded;
using Twin.Grains.Cities;
using Twin.Grains.Persistence;
using Twin.Grains.Places;
using Twin.Grains.Reminders;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Api.Tests;

/// <summary>The API over the real grains on the embedded host, in memory, with a clock that stands still.</summary>
internal sealed class TwinApp : IAsyncDisposable
{
    private readonly IHost _app;

    private TwinApp(IHost app, ManualTimeProvider clock, InMemoryObservationLog log)
    {
        _app = app;
        Clock = clock;
        Log = log;
        Client = app.GetTestClient();
    }

    public ManualTimeProvider Clock { get; }

    public InMemoryObservationLog Log { get; }

    public HttpClient Client { get; }

    public TestServer Server => _app.GetTestServer();

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<TwinApp> StartAsync(
        Action<TwinApiOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        CityDefinition? city = null,
        DateTimeOffset? now = null)
    {
        var clock = now is { } start ? new ManualTimeProvider(start) : new ManualTimeProvider();
        var log = new InMemoryObservationLog(clock);
        var app = Build(
            collection =>
            {
                collection.AddSingleton<TimeProvider>(clock);
                collection.AddSingleton<IObservationLog>(log);
                collection.AddLiveCity(city ?? TestCity.Create());
                collection.AddSingleton<ICityJournal>(new InMemoryCityJournal());
                services?.Invoke(collection);
            },
            configure);
        await app.StartAsync(CancellationToken.None);
        return new TwinApp(app, clock, log);
    }

    /// <summary>Moves the clock by days, once every report so far is in the figures of the city.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await SettleAsync();
        Clock.Advance(by);
    }

    /// <summary>Waits until every report so far is in the figures of the city.</summary>
    public Task SettleAsync() =>
        Service<Orleans.IGrainFactory>().GetGrain<IAdministrativeUnitGrain>("31").Settle();

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>Expects a problem with that status and gives it.</summary>
    public async Task<JsonElement> GetProblemAsync(string path, int status)
    {
        using var response = await Client.GetAsync(path);
        return await ReadProblemAsync(response, status);
    }

    public static async Task<JsonElement> ReadProblemAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        var code = problem.GetProperty("code").GetString();
        Assert.Equal($"urn:twin:problem:{code}", problem.GetProperty("type").GetString());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("hint").GetString()));
        return problem;
    }

    public Task<HttpResponseMessage> PostAsync(string body, string mediaType = "text/csv", string? key = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), mediaType, key);

    public async Task<HttpResponseMessage> PostAsync(
        byte[] body, string mediaType = "text/csv", string? key = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/observations")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostJsonAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.PostAsync(path, content);
    }

    /// <summary>Asks for a change of the city, expects it to be allowed, and gives the report.</summary>
    public async Task<JsonElement> ChangeAsync(string body, string path = "/v1/city/changes")
    {
        using var response = await PostJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    /// <summary>Posts a report, expects it to be accepted at least in part, and gives the receipt.</summary>
    public async Task<JsonElement> ReportAsync(string body, string mediaType = "text/csv", string? key = null)
    {
        using var response = await PostAsync(body, mediaType, key);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    /// <summary>The figure once the report that was answered so is in it.</summary>
    public Task<JsonElement> GetFigureAsync(string unit, string indicator, string period, JsonElement receipt) =>
        GetAsync(
            $"/v1/units/{unit}/rollup?indicator={indicator}&period={period}"
            + $"&minSequence={receipt.GetProperty("sequence").GetRawText()}");

    /// <summary>Everything in the log, in order.</summary>
    public async Task<List<StoredRow>> ReadAllAsync()
    {
        var all = new List<StoredRow>();
        await foreach (var logged in Log.ReadAllAsync(0, CancellationToken.None))
        {
            all.AddRange(logged.Batch.Observations.Select(
                observation => new StoredRow(logged.Batch.Unit.Value, observation)));
        }

        return all;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        _app.Dispose();
    }

    private static WebApplication Build(Action<IServiceCollection> services, Action<TwinApiOptions>? configure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new CityPresentation("Thành phố Thử", "Test City", true, false));
        builder.Services.AddSingleton<IBoundarySource, SquareBoundaries>();
        builder.Services.AddSingleton<IStateStore, InMemoryStateStore>();
        builder.Services.AddSingleton<IPositionLog, InMemoryPositionLog>();
        builder.Services.AddSingleton(FleetCity.Rules);
        builder.Services.AddGrainStates();
        builder.Services.AddPlaces();
        builder.Services.AddGrainReminders();
        // A test moves the clock by hours while calls are under way; they do not hang for that.
        builder.Services.AddEmbeddedGrains(
            grains => grains.ResponseTimeout = TimeSpan.FromDays(1), typeof(IAdministrativeUnitGrain).Assembly);
        services(builder.Services);
        builder.Services.AddTwinApi(configure);
        var app = builder.Build();
        app.MapTwinApi();
        return app;
    }
}
