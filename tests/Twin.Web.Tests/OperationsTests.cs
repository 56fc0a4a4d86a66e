using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The operator's page, on the real program.</summary>
[Collection(SharedCity.Name)]
public sealed class OperationsTests(CityBrowser city)
{
    [SkippableFact]
    public async Task It_tells_what_the_grains_are_doing_and_goes_on_doing_so()
    {
        await using var page = await city.OpenAsync("ops?lang=en");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(
            "Ready: every question is answered.");
        var units = page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "AdministrativeUnitGrain" }).First;
        await Assertions.Expect(units.GetByRole(AriaRole.Cell).First).ToHaveTextAsync("298");

        // A rate takes two readings. The questions of this page make calls themselves, as does what is asked meanwhile.
        await page.WaitAsync("document.querySelector('.ops tbody tr td:nth-of-type(4)').textContent !== '–'");
        using var asked = await city.Twin.Client.GetAsync("/v1/matrix?level=commune&period=2024-12");
        Assert.True(asked.IsSuccessStatusCode);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Busiest grains" }))
            .ToContainTextAsync("AdministrativeUnitGrain", new() { Timeout = 20_000 });
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
        Assert.True(page.Strangers.IsEmpty, string.Join('\n', page.Strangers));
    }

    [SkippableFact]
    public async Task The_classes_are_sorted_by_the_column_that_is_chosen()
    {
        await using var page = await city.OpenAsync("ops?lang=vi");
        var classes = page.Page.GetByRole(AriaRole.Region, new() { Name = "Các lớp grain" });

        await classes.GetByRole(AriaRole.Button, new() { Name = "Lớp" }).ClickAsync();

        var names = await classes.GetByRole(AriaRole.Rowheader).AllInnerTextsAsync();
        Assert.True(names.Count > 3);
        Assert.Equal(names.Order(StringComparer.Ordinal), names, StringComparer.Ordinal);
    }

    [SkippableFact]
    public async Task It_says_since_when_there_is_no_answer_and_comes_back_by_itself()
    {
        await using var page = await city.OpenAsync("ops?lang=en");
        var status = page.Page.GetByRole(AriaRole.Status);

        await page.Page.RouteAsync("**/ops/grains", route => route.AbortAsync());
        await Assertions.Expect(status).ToContainTextAsync("No answer since", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Page.GetByText("AdministrativeUnitGrain").First).ToBeVisibleAsync();

        await page.Page.UnrouteAsync("**/ops/grains");
        await Assertions.Expect(status).ToContainTextAsync("Ready", new() { Timeout = 20_000 });
    }
}
