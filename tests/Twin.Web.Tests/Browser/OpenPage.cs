using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Twin.Web.Tests.Browser;

/// <summary>One tab on the city, with all that went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    /// <summary>How long the page may take: drawn by software on a busy machine; a real one takes a tenth.</summary>
    public static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    private readonly IBrowserContext _context;
    private readonly Uri _city;

    /// <summary>Watches a tab.</summary>
    public OpenPage(IBrowserContext context, IPage page, Uri city)
    {
        _context = context;
        _city = city;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                Errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } url
                && !string.Equals(url.Authority, city.Authority, StringComparison.Ordinal))
            {
                Strangers.Enqueue(request.Url);
            }
        };
    }

    /// <summary>The tab.</summary>
    public IPage Page { get; }

    /// <summary>Errors in the console, refusals of the Content-Security-Policy among them.</summary>
    public ConcurrentQueue<string> Errors { get; } = [];

    /// <summary>Requests to other hosts.</summary>
    public ConcurrentQueue<string> Strangers { get; } = [];

    /// <summary>
    /// Waits until the query part of the address holds a text: the page writes it a moment after it draws.
    /// </summary>
    public Task AddressHoldsAsync(string text) =>
        WaitAsync($"decodeURIComponent(location.search).includes({JsonSerializer.Serialize(text)})");

    /// <summary>Opens an address of the page and waits for its first picture.</summary>
    public async Task GoAsync(string query, bool waits = true)
    {
        await Page.GotoAsync(new Uri(_city, $"/{query}").AbsoluteUri);
        if (waits)
        {
            await WaitAsync("document.documentElement.dataset.ready === 'true'");
        }
    }

    /// <summary>
    /// Waits until an expression of the page is true, looking once a frame. From here and not by Playwright's own wait:
    /// that one calls eval in the page, which the Content-Security-Policy rightly refuses.
    /// </summary>
    public async Task WaitAsync(string expression, TimeSpan? limit = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await Page.EvaluateAsync<bool>(expression))
        {
            if (TimeProvider.System.GetElapsedTime(start) > (limit ?? ReadyLimit))
            {
                Assert.Fail($"Not within {limit ?? ReadyLimit}: {expression}\n{string.Join('\n', Errors)}");
            }

            await NextFrameAsync();
        }
    }

    /// <summary>Waits until the page has drawn once more.</summary>
    public Task NextFrameAsync() => Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");

    /// <summary>The class of a unit in the legend.</summary>
    public Task<string?> ClassOfAsync(string unit) =>
        Page.EvaluateAsync<string?>("unit => window.twin.classOf(unit)", unit);

    /// <summary>Where a unit's centre is in the window, in CSS pixels.</summary>
    public async Task<(float X, float Y)> PointOfAsync(string unit)
    {
        var box = await Page.Locator(".map").BoundingBoxAsync()
            ?? throw new InvalidOperationException("There is no map.");
        var point = await Page.EvaluateAsync<float[]>(
            "unit => { const { x, y } = window.twin.pointOf(unit); return [x, y]; }", unit);
        return (box.X + point[0], box.Y + point[1]);
    }

    /// <summary>Clicks on a unit's centre on the map.</summary>
    public async Task ClickUnitAsync(string unit, int times = 1)
    {
        var (x, y) = await PointOfAsync(unit);
        await Page.Mouse.ClickAsync(x, y, new() { ClickCount = times });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
