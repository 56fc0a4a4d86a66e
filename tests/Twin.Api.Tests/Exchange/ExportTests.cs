using System.Globalization;
using System.Net;
using System.Text.Json;
using Twin.Geo.Tables;

namespace Twin.Api.Tests.Exchange;

public sealed class ExportTests
{
    private const string Report = """
        unit,indicator,period,value,denominator
        10001,FIBER,2024-06,60,100
        10002,FIBER,2024-06,30,100
        10001,FIBER,2025-07,1,4
        10001,CLINICS,2024-05,3,
        """;

    [Fact]
    public async Task Figures_come_as_CSV_in_the_words_and_marks_of_the_language()
    {
        await using var app = await StartAsync();

        var vietnamese = await LinesAsync(app, "unit=301&level=district&indicator=FIBER&lang=vi");
        var english = await LinesAsync(app, "unit=301&level=district&indicator=FIBER&lang=en");

        Assert.StartsWith("Mã đơn vị;Tên đơn vị;Cấp;Mã chỉ tiêu;", vietnamese[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "301;Đơn vị 301;Huyện;FIBER;FIBER;%;2024-06;45;90;200;3;2;0;", vietnamese[1], StringComparison.Ordinal);
        Assert.StartsWith("Unit,Unit name,Level,Indicator,", english[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "301,Unit 301,District,FIBER,FIBER,%,2024-06,45,90,200,3,2,0,", english[1], StringComparison.Ordinal);
        Assert.Equal(2, english.Length);
    }

    [Fact]
    public async Task Each_figure_is_of_the_unit_that_stood_then()
    {
        await using var app = await StartAsync();

        var lines = await LinesAsync(app, "unit=31&level=commune&indicator=FIBER&lang=en");

        // 10001 was below 301 until June 2025, and is another unit since; both are in the city.
        Assert.Equal(
            ["10001 2024-06 60", "10001 2025-07 25", "10002 2024-06 30"],
            lines.Skip(1).Select(line => line.Split(',')).Select(cells => $"{cells[0]} {cells[6]} {cells[7]}"),
            StringComparer.Ordinal);
        Assert.Single(await LinesAsync(app, "unit=301&level=commune&indicator=FIBER&from=2025-07&lang=en"));
    }

    [Fact]
    public async Task A_workbook_has_the_same_figures()
    {
        await using var app = await StartAsync();

        var bytes = await app.Client.GetByteArrayAsync("/v1/exports/figures?unit=31&level=city&format=xlsx&lang=vi");

        using var file = new MemoryStream(bytes);
        using var table = WorkbookReader.Open(file, "Số liệu", 10 << 20)!;
        var rows = new List<string>();
        while (table.Read())
        {
            rows.Add($"{table[0].Text} {table[3].Text} {table[6].Text} {table[7].Text}");
        }

        Assert.Equal(
            ["Mã đơn vị Mã chỉ tiêu Kỳ Giá trị", "31 CLINICS 2024-05 3", "31 FIBER 2024-06 45", "31 FIBER 2025-07 25"],
            rows);
    }

    [Fact]
    public async Task SDMX_CSV_names_the_dataflow_and_uses_codes()
    {
        await using var app = await StartAsync();

        var lines = await LinesAsync(app, "unit=31&level=city&indicator=FIBER,CLINICS&format=sdmx-csv");

        Assert.Equal(
            [
                "dataflow,TWIN:FIGURES(1.0.0),I,M,31,FIBER,2024-06,45,90,200,%,P,6,2",
                "dataflow,TWIN:FIGURES(1.0.0),I,M,31,FIBER,2025-07,25,1,4,%,P,3,1",
                "dataflow,TWIN:FIGURES(1.0.0),I,M,31,CLINICS,2024-05,3,3,,clinics,P,6,1",
            ],
            lines.Skip(1), StringComparer.Ordinal);
    }

    [Fact]
    public async Task SDMX_JSON_can_be_read_back_into_the_same_figures()
    {
        await using var app = await StartAsync();

        var message = await app.GetAsync("/v1/exports/figures?unit=31&level=city&format=sdmx-json");

        Assert.Equal(
            ["M 31 CLINICS 2024-05 3 3/ P", "M 31 FIBER 2024-06 45 90/200 P", "M 31 FIBER 2025-07 25 1/4 P"],
            Decode(message).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("2.0.0", message.GetProperty("meta").GetProperty("schema").GetString()!.Split('/')[^2]);
    }

    [Fact]
    public async Task What_was_known_then_can_be_had()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync("unit,indicator,period,value\n10001,CLINICS,2024-06,1\n");
        var then = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync("unit,indicator,period,value\n10001,CLINICS,2024-06,5\n");

        var now = await LinesAsync(app, "unit=10001&format=sdmx-csv");
        var asOf = then.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var past = await LinesAsync(app, $"unit=10001&format=sdmx-csv&asOf={asOf}");

        Assert.Contains(",5,5,", now[1], StringComparison.Ordinal);
        Assert.Contains(",1,1,", past[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicator=NONE", "indicator")]
    [InlineData("format=pdf", "format")]
    [InlineData("lang=fr", "lang")]
    [InlineData("from=2025&to=2024", "to")]
    [InlineData("unit=99999", "unit")]
    [InlineData("units=31", "units")]
    public async Task A_slice_that_cannot_be_is_refused(string query, string named)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync($"/v1/exports/figures?{query}", (int)HttpStatusCode.BadRequest);

        Assert.Contains($"'{named}'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Report);
        await app.GetFigureAsync("31", "CLINICS", "2024-05", receipt);
        return app;
    }

    private static async Task<string[]> LinesAsync(TwinApp app, string query)
    {
        using var response = await app.Client.GetAsync($"/v1/exports/figures?{query}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
    }

    /// <summary>Reads the message as the standard says, knowing nothing of how it was written.</summary>
    private static IEnumerable<string> Decode(JsonElement message)
    {
        var data = message.GetProperty("data");
        var structure = data.GetProperty("structures")[0];
        var dimensions = structure.GetProperty("dimensions");
        var status = structure.GetProperty("attributes").GetProperty("observation")[0].GetProperty("values");
        var periods = dimensions.GetProperty("observation")[0].GetProperty("values");
        foreach (var series in data.GetProperty("dataSets")[0].GetProperty("series").EnumerateObject())
        {
            var key = series.Name.Split(':').Select((place, position) => dimensions.GetProperty("series")[position]
                .GetProperty("values")[int.Parse(place, CultureInfo.InvariantCulture)].GetProperty("id").GetString());
            foreach (var observation in series.Value.GetProperty("observations").EnumerateObject())
            {
                var period = periods[int.Parse(observation.Name, CultureInfo.InvariantCulture)].GetProperty("value");
                var value = observation.Value;
                var denominator = value[2].ValueKind == JsonValueKind.Null ? string.Empty : value[2].GetRawText();
                yield return $"{string.Join(' ', key)} {period} {value[0]} {value[1]}/{denominator} "
                    + status[value[3].GetInt32()].GetProperty("id").GetString();
            }
        }
    }
}
