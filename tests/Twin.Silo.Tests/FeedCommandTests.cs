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

    private const string Other = "!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_sent_in_parts_and_its_lines_keep_their_numbers()
    {
        // Some 10 MB, nearly all of it comments, so that it goes in two parts and is soon read.
        const int Comments = 110_000;
        var text = new StringBuilder(Sentence).Append('\n');
        for (var i = 0; i < Comments; i++)
        {
            text.Append("# a receiver on the shore may say what it likes between two sentences, and it does so\n");
        }

        text.Append(Sentence[..^1]).Append("3\n").Append(Other).Append('\n');
        var file = Path.Combine(_folder.Path, "receiver.nmea.gz");
        await using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        }

        await using var twin = await TwinProcess.StartCityAsync(Path.Combine(_folder.Path, "data"), "--no-demo");
        var to = twin.Client.BaseAddress!.OriginalString;
        var sent = await TwinProcess.RunAsync("feed", file, "--to", to, "--feed", "ais");

        Assert.Equal(1, sent.ExitCode);
        Assert.Contains("2 positions moved their vessel, 0 were", sent.Output, StringComparison.Ordinal);
        Assert.Contains($"{Comments + 2}: wrong_checksum", sent.Output, StringComparison.Ordinal);
        var vessels = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/vessels");
        Assert.Equal(2, vessels.GetProperty("numberMatched").GetInt32());
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
