using Microsoft.Playwright;
using Twin.TestKit;

namespace Twin.Web.Tests.Browser;

/// <summary>The demonstration city in the real program, and a Chromium to look at it with. One for all tests.</summary>
public sealed class CityBrowser : IAsyncLifetime, IDisposable
{
    /// <summary>A meeting room's wall.</summary>
    internal static readonly ViewportSize Wide = new() { Width = 1440, Height = 900 };

    /// <summary>A clerk's phone.</summary>
    internal static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // Software rendering, since test machines have no graphics card; nothing of the browser's own goes out.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
        "--disable-component-update", "--disable-default-apps", "--disable-sync", "--no-first-run",
    ];

    private readonly TemporaryFolder _folder = new();
    private TwinProcess? _twin;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running city.</summary>
    internal TwinProcess Twin => _twin ?? throw new InvalidOperationException("The city has not been started.");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Installed.Chromium is not { } chromium || Installed.Npm is null)
        {
            return;
        }

        _twin = await TwinProcess.StartCityAsync(_folder.Path);
        Assertions.SetDefaultExpectTimeout((float)OpenPage.ReadyLimit.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_twin is not null)
        {
            await _twin.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Opens the city's page and waits for its first picture. Skips the test without a browser.</summary>
    internal Task<OpenPage> OpenAsync(
        string query = "",
        ViewportSize? size = null,
        ColorScheme colors = ColorScheme.Light,
        string locale = "vi-VN") =>
        OpenAsync(() => Twin, query, size, colors, locale);

    /// <summary>Opens the page of another city; it need not have a picture to show.</summary>
    internal async Task<OpenPage> OpenAsync(
        Func<TwinProcess> city, string query, ViewportSize? size, ColorScheme colors, string locale, bool waits = true)
    {
        Installed.RequireBrowser();
        var browser = _browser ?? throw new InvalidOperationException("The browser has not been started.");
        var context = await browser.NewContextAsync(
            new() { ViewportSize = size ?? Wide, ColorScheme = colors, Locale = locale, AcceptDownloads = true });
        var page = new OpenPage(
            context, await context.NewPageAsync(), city().Client.BaseAddress ?? throw new InvalidOperationException());
        await page.GoAsync(query, waits);
        return page;
    }
}
