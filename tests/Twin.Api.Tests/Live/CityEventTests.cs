namespace Twin.Api.Tests.Live;

/// <summary>Whoever listens learns that the city itself has changed.</summary>
public sealed class CityEventTests
{
    private const string Merger = """
        {"kind":"boundaries","by":"Lan","reason":"Nghị quyết 1","payload":{"date":"2026-01-01","operations":[
          {"op":"merge","from":["20001","20002"],"into":[{"code":"30001","nameVi":"Xã Mới"}]}]}}
        """;

    [Fact]
    public async Task A_change_of_the_city_is_told_to_all_whatever_unit_they_follow()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001&kinds=city");

        await app.ChangeAsync(Merger);
        await app.ChangeAsync("""{"by":"Minh","reason":"sai"}""", "/v1/city/changes/1/undo");

        var (kind, made) = await events.ReadAsync();
        var (_, undone) = await events.ReadAsync();
        Assert.Equal("city", kind);
        Assert.Equal(1, made.GetProperty("revision").GetInt64());
        Assert.Equal("boundaries", made.GetProperty("kind").GetString());
        Assert.Equal("Lan", made.GetProperty("by").GetString());
        Assert.Equal("Nghị quyết 1", made.GetProperty("reason").GetString());
        Assert.Equal((2, "undo"), (undone.GetProperty("revision").GetInt64(), undone.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Who_asked_for_figures_alone_is_not_told()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?kinds=rollup");

        await app.ChangeAsync(Merger);
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2025-08,1,100\n");

        Assert.Equal("rollup", (await events.ReadAsync()).Kind);
    }
}
