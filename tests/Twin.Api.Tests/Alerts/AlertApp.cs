using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Twin.Grains.Alerts;
using Twin.TestKit;

namespace Twin.Api.Tests.Alerts;

/// <summary>The API over a city with alert rules, and what tests of alerts do with it.</summary>
internal static class AlertApp
{
    private static readonly DateTimeOffset Now = new(2024, 7, 8, 3, 0, 0, TimeSpan.Zero);

    public static Task<TwinApp> StartAsync(Action<IServiceCollection>? services = null) =>
        TwinApp.StartAsync(services: services, city: TestCity.WithAlerts(), now: Now);

    /// <summary>Has a commune report what it owes, the last figure a low one, and its alerts look at it.</summary>
    public static async Task RaiseAsync(this TwinApp app, string commune)
    {
        await app.ReportAsync(
            "unit,indicator,period,value,denominator\n"
            + $"{commune},FIBER,2024-04,9,10\n{commune},FIBER,2024-05,9,10\n{commune},FIBER,2024-06,1,10\n");
        await app.Service<IGrainFactory>().GetGrain<IAlertGrain>(commune).Evaluate(
            new AlertTick(app.Clock.GetUtcNow(), []));
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this TwinApp app, string path, string body) =>
        app.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>Waits until something holds that other threads bring about.</summary>
    public static async Task UntilAsync(this TwinApp app, Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await holds())
        {
            limit.Token.ThrowIfCancellationRequested();
            app.Clock.Advance(TimeSpan.Zero); // Fires what is due at once.
            await Task.Yield();
        }
    }
}
