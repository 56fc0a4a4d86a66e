using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>Files of positions, sent to the program while it runs.</summary>
public sealed class FeedCommandTests : IDisposable
{
    private const string Sentence = "!AIVDM,1,1,,A,16SteH0P00Jt63hHaa6SagvJ087r,0*42";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_sent_in_parts_and_may_be_sent_again()
    {
        // Some 11 MB, so that it goes in two parts; one line of the second is no position.
        const int Rows = 110_000;
        const int Bad = 100_000;
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var text = new StringBuilder("vessel,phenomenonTime,longitude,latitude,receiver\n");
        for (var i = 0; i < Rows; i++)
        {
            var latitude = i + 2 == Bad ? "north" : "20.3";
            text.Append(CultureInfo.InvariantCulture, $"HP-{i % 100},{begin.AddSeconds(i):yyyy-MM-ddTHH:mm:ssZ},107.5,")
                .Append(latitude).Append(",station-of-the-port-by-the-sea-number-1\n");
        }

        var file = Path.Combine(_folder.Path, "positions.csv.gz");
        await using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        }

        await using var twin = await TwinProcess.StartCityAsync(Path.Combine(_folder.Path, "data"), "--no-demo");
        var to = twin.Client.BaseAddress!.OriginalString;
        var first = await TwinProcess.RunAsync("feed", file, "--to", to, "--feed", "vms");
        var again = await TwinProcess.RunAsync("feed", file, "--to", to, "--feed", "vms");

        Assert.Equal(1, first.ExitCode);
        Assert.Contains($"{Rows - 1} positions moved their vessel, 0 were", first.Output, StringComparison.Ordinal);
        Assert.Contains($"{Bad}: invalid_number", first.Output, StringComparison.Ordinal);
        Assert.Contains($"0 positions moved their vessel, {Rows - 1} were", again.Output, StringComparison.Ordinal);
        var feeds = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/feeds");
        Assert.Equal(Rows - 1, feeds.GetProperty("items")[0].GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Sentences_are_known_by_the_name_of_their_file()
    {
        var file = Path.Combine(_folder.Path, "receiver.nmea");
        await File.WriteAllTextAsync(file, Sentence + "\r\n# a comment\r\n");
        await using var twin = await TwinProcess.StartCityAsync(Path.Combine(_folder.Path, "data"), "--no-demo");

        var sent = await TwinProcess.RunAsync("feed", file, "--to", twin.Client.BaseAddress!.OriginalString);

        Assert.Equal(0, sent.ExitCode);
        Assert.Contains("1 positions moved their vessel, 0 were", sent.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("positions.pdf", "invalid_parameter")]
    [InlineData("nowhere.csv", "invalid_parameter")]
    public async Task A_file_that_cannot_be_sent_is_refused(string file, string code)
    {
        var (exitCode, output) = await TwinProcess.RunAsync("feed", Path.Combine(_folder.Path, file));

        Assert.Equal(2, exitCode);
        Assert.Contains(code, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_feeds_that_cannot_be_used_is_named()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TWIN_FEEDS__TCP"] = "everywhere" };

        var (exitCode, output) = await TwinProcess.RunAsync(
            environment, "--no-demo", "--urls", "http://127.0.0.1:0", "--data", _folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("everywhere", output, StringComparison.Ordinal);
    }
}
