using System.Text.Json;

namespace Twin.Api.Tests.Live;

/// <summary>Who works on cases hears of what others do to them.</summary>
public sealed class CaseEventTests
{
    [Fact]
    public async Task A_case_is_told_when_it_is_opened_and_when_it_is_taken_further()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=301&kinds=case");

        await OpenAsync(app, "10004"); // In another district.
        var id = await OpenAsync(app, "10001");
        using var changed = await app.PostJsonAsync(
            $"/v1/cases/{id}/events", """{"by":"Minh","stage":"acting","text":"Đã gọi"}""");
        Assert.True(changed.IsSuccessStatusCode);

        var (kind, opened) = await events.ReadAsync();
        var (_, further) = await events.ReadAsync();
        Assert.Equal("case", kind);
        Assert.Equal(id, opened.GetProperty("id").GetString());
        Assert.Equal("open", opened.GetProperty("stage").GetString());
        Assert.Equal("acting", further.GetProperty("stage").GetString());
        Assert.Equal((await app.GetAsync($"/v1/cases/{id}")).ToString(), further.ToString());
    }

    private static async Task<string?> OpenAsync(TwinApp app, string unit)
    {
        using var response = await app.PostJsonAsync(
            "/v1/cases", $$"""{"by":"Lan","unit":"{{unit}}","title":"Cáp treo"}""");
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString();
    }
}
