using System.Text;
using System.Text.Json;

namespace Twin.Api.Tests.Observations;

public sealed class CsvReportTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    public static TheoryData<string, string> Forms => new()
    {
        { "plain", "unit,indicator,period,value,denominator\n10001,FIBER,2024-06,60,100\n" },
        { "no end of line", "unit,indicator,period,value,denominator\n10001,FIBER,2024-06,60,100" },
        { "CRLF", "unit,indicator,period,value,denominator\r\n10001,FIBER,2024-06,60,100\r\n" },
        { "byte order mark", "\uFEFFunit,indicator,period,value,denominator\n10001,FIBER,2024-06,60,100\n" },
        { "numerator", "Unit,Indicator,Period,Numerator,Denominator\n10001,fiber,2024-06,60,100\n" },
        {
            "quotes",
            "\"unit\",\"indicator\",\"period\",value,denominator\n\"10001\",\"FIBER\", \"2024-06\" ,\"60\",100\n"
        },
        { "semicolons", "unit;indicator;period;value;denominator\n10001;FIBER;2024-06;60,0;100,0\n" },
        { "tabs", "unit\tindicator\tperiod\tvalue\tdenominator\n10001\tFIBER\t2024-06\t60\t100\n" },
        { "Vietnamese", "Mã đơn vị;Mã chỉ tiêu;Kỳ báo cáo;Tử số;Mẫu số\n10001;FIBER;2024-06;60;100\n" },
        { "Vietnamese, decomposed", "ma\u0303 đơn vị;chỉ tiêu;kỳ;giá trị;mẫu số\n10001;FIBER;2024-06;60;100\n" },
        { "Vietnamese without marks", "DON VI,CHI TIEU,KY,TU SO,MAU SO\n10001,FIBER,2024-06,60,100\n" },
        {
            "names beside codes",
            "STT;Đơn vị;Tên đơn vị;Chỉ tiêu;Kỳ;Tử số;Mẫu số;Ghi chú\n1;10001;Phường Một;FIBER;2024-06;60;100;tốt\n"
        },
        {
            "blank lines and empty rows",
            "\n\nunit,indicator,period,value,denominator\n\n10001,FIBER,2024-06,60,100\n,,,,\n"
        },
        { "other order, all columns", "source,resultTime,status,denominator,value,period,indicator,unit\n"
            + "\"Sở TT&TT, \"\"quý\"\"\",05/07/2024,P,100,60,2024-06,FIBER,10001\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_table_is_read_in_the_form_it_comes_in(string name, string body)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(body);

        Assert.True(receipt.GetProperty("accepted").GetInt32() == 1, name);
        Assert.Equal(0, receipt.GetProperty("rejectedTotal").GetInt32());
        var stored = Assert.Single(await app.ReadAllAsync());
        Assert.Equal(("10001", "FIBER", "2024-06"), stored.Key);
        Assert.Equal((60, 100), (stored.Observation.Value, stored.Observation.Denominator));
    }

    [Fact]
    public async Task Good_rows_are_kept_and_each_bad_one_is_listed_with_its_line()
    {
        const string Body = """
            unit,indicator,period,value,denominator
            10001,FIBER,2024-06,60,100
            99999,FIBER,2024-06,60,100
            10002,FIBRE,2024-06,60,100
            10002,FIBER,June,60,100
            10002,FIBER,2024-06,sixty,100
            10002,FIBER,2024-06,"58,6%",100
            10002,FIBER,2024-06,NaN,100
            10002,FIBER,2024-06,,100
            10002,FIBER,2024-06,60,100,7
            10002,"FIBER,2024-06,60,100
            10002,FIBER,2024-06,101,100
            10002,FIBER,2024-06,-1,100
            10002,FIBER,2024-06,58.6,100
            10002,FIBER,2024-06,60,
            10002,FIBER,2024-06,60,100
            20001,FIBER,2024-06,60,100
            31,FIBER,2024-06,60,100
            10003,FIBER,2024-06,60,100
            """;
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(Body);

        Assert.Equal(3, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(
            [
                "3 unknown_unit", "4 unknown_indicator", "5 invalid_period", "6 invalid_number", "7 invalid_number",
                "8 invalid_number", "9 missing_value", "10 malformed_row", "11 malformed_row",
                "12 numerator_above_denominator", "13 negative_count", "14 not_a_count", "15 missing_denominator",
                "17 unit_not_valid", "18 wrong_level",
            ],
            Rejected(receipt));
    }

    [Theory]
    [InlineData("-1,100", "negative_count")]
    [InlineData("58.6,100", "not_a_count")]
    [InlineData("60,", "missing_denominator")]
    [InlineData("0,0", null)]
    public async Task What_the_grain_refuses_comes_back_with_the_line_too(string numbers, string? code)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync($"{Header}10001,FIBER,2024-06,60,100\n\n10002,FIBER,2024-06,{numbers}\n");

        Assert.Equal(code is null ? [] : [$"4 {code}"], Rejected(receipt));
    }

    [Theory]
    [InlineData("10001,FIBER,2024-06,60,100", "It counts once.")]
    [InlineData("10001,FIBER,2024-06,61,100", "The first stands; send a correction in a report of its own.")]
    public async Task The_same_unit_indicator_and_period_counts_once_a_report(string second, string hint)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync($"{Header}10001,FIBER,2024-06,60,100\n{second}\n");

        Assert.Equal(["3 duplicate_row"], Rejected(receipt));
        var row = receipt.GetProperty("rejected")[0];
        Assert.StartsWith("Line 2 ", row.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(hint, row.GetProperty("hint").GetString());
        Assert.Equal(60, Assert.Single(await app.ReadAllAsync()).Observation.Value);
    }

    public static TheoryData<string, string, double> TwoWays => new()
    {
        { "a comma elsewhere", "a;b;c;d\n10001;REVENUE;2024-06;1.360\n10002;REVENUE;2024-06;58,6\n", 1360 },
        { "semicolons alone", "a;b;c;d\n10001;REVENUE;2024-06;1.360\n", 1360 },
        { "a point elsewhere", "a,b,c,d\n10001,REVENUE,2024-06,1.360\n10002,REVENUE,2024-06,58.6\n", 1.36 },
        { "groups elsewhere", "a,b,c,d\n10001,REVENUE,2024-06,1.360\n10002,REVENUE,2024-06,1.234.567\n", 1360 },
        { "quoted commas", "a,b,c,d\n10001,REVENUE,2024-06,1.360\n10002,REVENUE,2024-06,\"58,6\"\n", 1360 },
    };

    [Theory]
    [MemberData(nameof(TwoWays))]
    public async Task A_number_that_reads_two_ways_takes_the_way_of_the_report(
        string name, string body, double expected)
    {
        await using var app = await TwinApp.StartAsync();

        await app.ReportAsync(body.Replace("a;b;c;d", "unit;indicator;period;value", StringComparison.Ordinal)
            .Replace("a,b,c,d", "unit,indicator,period,value", StringComparison.Ordinal));

        var first = (await app.ReadAllAsync()).Single(
            stored => stored.Unit.Equals("10001", StringComparison.Ordinal));
        Assert.True(first.Observation.Value.Equals(expected), $"{name}: {first.Observation}");
    }

    [Theory]
    [InlineData("unit,indicator,period,value\n10001,REVENUE,2024-06,1.360\n10002,REVENUE,2024-06,7\n")]
    [InlineData("unit;indicator;period;value\n10001;REVENUE;2024-06;1.360\n10002;REVENUE;2024-06;58.6\n")]
    public async Task Where_nothing_or_both_tell_such_a_number_is_refused(string body)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(body);

        Assert.Equal(["2 ambiguous_number"], Rejected(receipt));
        Assert.Equal("10002", Assert.Single(await app.ReadAllAsync()).Key.Unit);
    }

    [Theory]
    [InlineData("unit,indicator,value\n10001,FIBER,6\n", "There is no column 'period'.")]
    [InlineData("10001,FIBER,2024-06,60,100\n", "The column '10001' is not known.")]
    [InlineData("unit,unit,indicator,period,value\n", "The column 'unit' is there twice.")]
    [InlineData("unit,indicator,period,value,numerator\n", "The column 'numerator' is there twice.")]
    [InlineData("unit,indicator,period,value,vlaue\n", "The column 'vlaue' is not known.")]
    public async Task A_table_without_the_columns_it_needs_is_refused_whole(string body, string detail)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(body);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal("invalid_csv", problem.GetProperty("code").GetString());
        Assert.Equal(detail, problem.GetProperty("detail").GetString());
        Assert.Contains("mã đơn vị", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("unit,indicator,period,value\n")]
    [InlineData("unit,indicator,period,value\n,,,\n\n")]
    public async Task A_table_without_rows_is_refused(string body)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(body);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal("empty_body", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_missing_value_takes_back_and_needs_no_number()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100\n");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var receipt = await app.ReportAsync("unit,indicator,period,value,status\n10001,FIBER,2024-06,-,M\n");
        var figure = await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal(0, figure.GetProperty("coverage").GetProperty("reported").GetInt32());
    }

    [Fact]
    public async Task A_very_long_line_spoils_itself_alone()
    {
        await using var app = await TwinApp.StartAsync();
        var body = new StringBuilder(Header)
            .Append("10001,FIBER,2024-06,60,100\n")
            .Append("10002,FIBER,2024-06,60,").Append('1', 10_000_000).Append('\n')
            .Append("10003,FIBER,2024-06,60,100\n");

        var receipt = await app.ReportAsync(body.ToString());

        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(["3 line_too_long"], Rejected(receipt));
    }

    internal static string[] Rejected(JsonElement receipt) =>
    [
        .. receipt.GetProperty("rejected").EnumerateArray()
            .Select(row => $"{row.GetProperty("line").GetRawText()} {row.GetProperty("code").GetString()}"),
    ];
}
