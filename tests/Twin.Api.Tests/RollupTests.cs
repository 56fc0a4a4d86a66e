namespace Twin.Api.Tests;

public sealed class RollupTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    [Fact]
    public async Task A_report_is_in_the_city_figure_once_its_sequence_is_waited_for()
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100\n10004,FIBER,2024-06,20,100\n");
        var sequence = receipt.GetProperty("sequence").GetRawText();
        var figure = await app.GetAsync(
            $"/v1/units/31/rollup?indicator=FIBER&period=2024-06&minSequence={sequence}");

        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(40, figure.GetProperty("value").GetDouble());
        Assert.Equal(80, figure.GetProperty("numerator").GetDouble());
    }
}
